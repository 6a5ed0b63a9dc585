import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naturalIds, slugOf } from '../../../src/anchors/generated-ids.ts';
import { speakable } from '../../../src/anchors/match/fingerprint.ts';
import type { Block, BlockKind } from '../../../src/document/block.ts';

const block = (kind: BlockKind, text: string): Block => ({ kind, text, own: null, marks: 0 });

describe('the slug of a heading', () => {
  it.each([
    ['A Wake-Up Call', 'a-wake-up-call'],
    ['The essay’s “point”', 'the-essays-point'],
    ['Cafe\u0301', 'café'],
    ['2026 in review', 'section-2026-in-review'],
    ['Contents', 'section-contents'],
    ['Comments', 'section-comments'],
    ['Comment 7', 'section-comment-7'],
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

describe('natural ids', () => {
  it('are words one can say', () => {
    expect(naturalIds([block('paragraph', 'One paragraph.')])[0]).toMatch(/^(?:[b-w][aeiou]){3}$/);
    expect(speakable(79, 2)).toBe('wuba');
  });

  it('are one for each block and never twice the same', () => {
    const texts = fc.array(fc.constantFrom('One', 'Two', 'three words here', '', '* * *'), { maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.array(fc.boolean()), (all, sections) => {
        const ids = naturalIds(
          all.map((text, index) => block(sections[index] ? 'section' : 'paragraph', text)),
        );
        expect(new Set(ids).size).toBe(all.length);
        expect(ids.every((id) => /^\p{L}/u.test(id))).toBe(true);
      }),
    );
  });

  it('do not depend on the order of what is different', () => {
    const one = [block('section', 'Example'), block('paragraph', 'First body.')];
    const two = [block('section', 'Example'), block('paragraph', 'Second body.')];
    const ids = naturalIds([...one, ...two]);
    const turned = naturalIds([...two, ...one]);
    expect(ids[0]).toMatch(/^example-/);
    expect(ids[2]).toMatch(/^example-/);
    expect([turned[2], turned[3], turned[0], turned[1]]).toEqual(ids);
  });

  it('leave the author’s own id alone and take no name that is taken', () => {
    const own: Block = { ...block('figure', 'A figure'), own: 'waves' };
    const [figure, heading, other] = naturalIds(
      [own, block('section', 'Waves'), block('section', 'Gone')],
      new Map(),
      ['gone'],
    );
    expect(figure).toBe('waves');
    expect(heading).toMatch(/^waves-/);
    expect(other).toMatch(/^gone-/);
  });
});
