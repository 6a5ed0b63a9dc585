import fc from 'fast-check';
import GithubSlugger from 'github-slugger';
import { describe, expect, it } from 'vitest';
import { generateIds, headingSlug } from '../../../src/anchors/generated-ids.ts';
import { emptyLedger } from '../../../src/anchors/ledger.ts';
import { pronounceable } from '../../../src/anchors/match/fingerprint.ts';
import { resolve } from '../../../src/anchors/resolve.ts';
import type { Block, BlockKind } from '../../../src/document/block.ts';

const block = (kind: BlockKind, text: string): Block => ({ kind, text, own: null, marks: 0 });

describe('the id of a new heading', () => {
  it('is what rehype-slug gives, in any script, and for a heading that is used more than once', () => {
    const headings = [
      'A Wake-Up Call',
      'The essay’s “point”',
      'Bread & butter',
      'C++ and C#',
      'snake_case',
      'Café, naïve — über alles?',
      'Example',
      'Example 1',
      'Example',
      'Что осталось за кадром',
      'Ёлка и İstanbul',
      'Η ώρα',
      '日本語 の 見出し',
      '第一節',
      '第一節',
      'עברית קצרה',
      'القسم الأول',
      'हिन्दी में',
      'ภาษาไทย',
      '한국어 제목',
      'Party 🎉 time',
      'Example',
    ];
    const slugger = new GithubSlugger(); // what rehype-slug calls for each heading
    const ids = generateIds(headings.flatMap((text) => [block('section', text), block('paragraph', text)]));
    expect(ids.filter((_, index) => index % 2 === 0)).toEqual(headings.map((text) => slugger.slug(text)));
  });

  it.each([
    ['Cafe\u0301', 'café'],
    ['2026 in review', 'section-2026-in-review'],
    ['🎉 Party', 'party'],
    ['\ud800x', 'x'],
    ['Contents', 'section-contents'],
    ['Comments', 'section-comments'],
    ['Comment is free', 'section-comment-is-free'],
    ['__proto__', 'section-__proto__'],
    ['constructor', 'section-constructor'],
    ['fn-1', 'section-fn-1'],
    ['Old habits', 'old-habits'],
    ['🎉', 'section-newo'],
    ['…', 'section-foju'],
  ])('%j is %j', (heading, slug) => {
    expect(headingSlug(heading)).toBe(slug);
  });

  it('begins with a letter and needs no more in an address than UTF-8, whatever the heading is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (heading) => {
        const id = headingSlug(heading);
        expect(id).toMatch(/^\p{L}[^\s#%?&"'<>\\^`{|}]*$/u);
        expect(decodeURIComponent(new URL(`#${id}`, 'https://a.example/').hash)).toBe(`#${id}`);
        expect(id).toBe(headingSlug(heading.toWellFormed().normalize('NFD')));
      }),
    );
  });

  it('changes no published id', () => {
    const headings = ['Example', 'Bread & butter', 'Example', '2026'].map((text) => block('section', text));
    const published = new Map([
      [1, 'bread-butter'],
      [2, 'example'],
    ]);
    expect(generateIds(headings, published, ['section-2026'])).toEqual([
      'example-1',
      'bread-butter',
      'example',
      'section-2026-1',
    ]);
  });

  it('stays with its section when another with the same heading is put above it', () => {
    const section = (body: string) => [block('section', 'Example'), block('paragraph', body)];
    const [tides, gulls, ropes] = [
      section('The tide leaves the harbour twice a day.'),
      section('Gulls follow the boats home in the evening.'),
      section('Old ropes hang in the loft above the quay.'),
    ];
    const version = { day: '2026-12-01' };
    const first = resolve([...tides, ...gulls], emptyLedger('a'), version);
    const next = resolve([...ropes, ...gulls, ...tides], first.ledger, version);
    const headings = (ids: readonly string[]) => ids.filter((id) => id.startsWith('example'));
    expect(headings(first.ids)).toEqual(['example', 'example-1']);
    expect(headings(next.ids)).toEqual(['example-2', 'example-1', 'example']);
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

  it('of paragraphs do not depend on their order', () => {
    const one = [block('paragraph', 'The same.'), block('paragraph', 'First body.')];
    const two = [block('paragraph', 'The same.'), block('paragraph', 'Second body.')];
    const ids = generateIds([...one, ...two]);
    const reversed = generateIds([...two, ...one]);
    expect([reversed[3], reversed[1]]).toEqual([ids[1], ids[3]]);
    expect([ids[0], ids[2]]).not.toContain(generateIds(one)[0]);
  });

  it('do not replace the author’s own id and use no reserved name', () => {
    const own: Block = { ...block('figure', 'A figure'), own: 'waves' };
    const [figure, heading, other] = generateIds(
      [own, block('section', 'Waves'), block('section', 'Gone')],
      new Map(),
      ['gone'],
    );
    expect(figure).toBe('waves');
    expect([heading, other]).toEqual(['waves-1', 'gone-1']);
  });
});
