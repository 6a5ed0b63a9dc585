import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateIds, slugOf } from '../../../src/anchors/generated-ids.ts';
import { pronounceable } from '../../../src/anchors/match/fingerprint.ts';
import type { Block, BlockKind } from '../../../src/document/block.ts';

const block = (kind: BlockKind, text: string): Block => ({ kind, text, own: null, marks: 0 });

describe('the slug of a heading', () => {
  it.each([
    ['A Wake-Up Call', 'a-wake-up-call'],
    ['The essay’s “point”', 'the-essays-point'],
    ['Cafe\u0301', 'café'],
    ['2026 in review', 'section-2026-in-review'],
    ['Contents', 'section-contents'],
    ['__proto__', 'proto'],
    ['constructor', 'section-constructor'],
    ['fn-1', 'section-fn-1'],
    ['Zero\u200bwidth', 'zero-width'],
  ])('of %j is %j', (heading, slug) => {
    expect(slugOf(heading)).toBe(slug);
  });

  it('is a valid id that begins with a letter, whatever the heading is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (heading) => {
        expect(slugOf(heading)).toMatch(/^\p{L}[\p{L}\p{N}\p{M}-]*$/u);
        expect(slugOf(heading)).toBe(slugOf(heading.normalize('NFD')));
      }),
    );
  });
});

describe('generated ids', () => {
  it('are words that can be pronounced', () => {
    expect(generateIds([block('paragraph', 'One paragraph.')])[0]).toMatch(/^(?:[b-w][aeiou]){3}$/);
    expect(pronounceable(79, 2)).toBe('wuba');
  });

  it('are unique, one for each block', () => {
    const texts = fc.array(fc.constantFrom('One', 'Two', 'three words here', '', '* * *'), { maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.array(fc.boolean()), (all, sections) => {
        const ids = generateIds(
          all.map((text, index) => block(sections[index] ? 'section' : 'paragraph', text)),
        );
        expect(new Set(ids).size).toBe(all.length);
        expect(ids.every((id) => /^\p{L}/u.test(id))).toBe(true);
      }),
    );
  });

  it('do not depend on the order of different texts', () => {
    const one = [block('section', 'Example'), block('paragraph', 'First body.')];
    const two = [block('section', 'Example'), block('paragraph', 'Second body.')];
    const ids = generateIds([...one, ...two]);
    const reversed = generateIds([...two, ...one]);
    expect(ids[0]).toMatch(/^example-/);
    expect(ids[2]).toMatch(/^example-/);
    expect([reversed[2], reversed[3], reversed[0], reversed[1]]).toEqual(ids);
  });

  it('do not replace the author’s own id and use no reserved name', () => {
    const own: Block = { ...block('figure', 'A figure'), own: 'waves' };
    const [figure, heading, other] = generateIds(
      [own, block('section', 'Waves'), block('section', 'Gone')],
      new Map(),
      ['gone'],
    );
    expect(figure).toBe('waves');
    expect(heading).toMatch(/^waves-/);
    expect(other).toMatch(/^gone-/);
  });
});
