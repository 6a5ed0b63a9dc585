import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline, type Section } from '../../../src/document/section.ts';

const heading = (level: number, id: string) => ({ level, id, text: id, words: 1 });

const flat = (sections: Section[]): string[] =>
  sections.flatMap((section) => [section.id, ...flat(section.sections)]);

describe('outline', () => {
  it('nests by level', () => {
    const [first, second] = outline([heading(2, 'a'), heading(3, 'b'), heading(3, 'c'), heading(2, 'd')]);
    expect(first?.sections.map((section) => section.id)).toEqual(['b', 'c']);
    expect(second?.id).toBe('d');
  });

  it('hangs a skipped level under the nearest heading above', () => {
    expect(
      outline([heading(2, 'a'), heading(4, 'b'), heading(3, 'c')])[0]?.sections.map((section) => section.id),
    ).toEqual(['b', 'c']);
  });

  it('loses no heading and keeps their order, whatever the levels', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 6 })), (levels) => {
        const headings = levels.map((level, index) => heading(level, `h${index}`));
        expect(flat(outline(headings))).toEqual(headings.map(({ id }) => id));
      }),
    );
  });
});
