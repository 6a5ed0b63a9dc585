import { describe, expect, it } from 'vitest';
import { byDate, type Essay } from '../../../src/document/essay.ts';
import { essaysOnPage, groupSlug, listPages, seriesIn, topicsIn } from '../../../src/document/essay-group.ts';
import { essaySchema } from '../../../src/document/frontmatter.ts';

function essay(slug: string, fields: Record<string, unknown>): Essay {
  const metadata = essaySchema('en').parse({
    title: slug,
    description: 'A',
    published: '2026-01-02',
    ...fields,
  });
  return {
    ...metadata,
    slug,
    sections: [],
    words: 0,
    commentStatus: 'closed',
    commentCount: 0,
    hasComments: false,
    isScheduled: false,
  };
}

const part = (slug: string, number: number, published = '2026-01-02') =>
  essay(slug, { published, series: { name: 'On lamps', part: number } });

describe('topics', () => {
  it('are one where they differ in capitals and accents only, and two where a sign makes another word', () => {
    const essays = [essay('a', { topics: ['Café', 'C++'] }), essay('b', { topics: ['cafe', 'C', 'Cafe'] })];
    const found = topicsIn(essays).map(({ slug, name, essays }) => [
      slug,
      name,
      essays.map((one) => one.slug),
    ]);
    expect(found).toEqual([
      ['c', 'C', ['b']],
      ['c-plus-plus', 'C++', ['a']],
      ['cafe', 'Café', ['a', 'b']],
    ]);
    expect(groupSlug('機械 学習')).toBe('機械-学習');
  });
});

describe('a series', () => {
  it('has its parts in order, on one day too, whatever they are called', () => {
    const essays = [part('z', 1), part('a', 2), part('m', 10, '2026-01-01'), essay('q', {})].sort(byDate);
    expect(seriesIn(essays).map(({ essays }) => essays.map(({ slug }) => slug))).toEqual([['z', 'a', 'm']]);
  });

  it('is not turned round in a list, and does not tear it', () => {
    const essays = [
      part('a', 1),
      part('z', 2),
      essay('m', {}),
      part('b', 3),
      essay('On', {}),
      essay('P', {}),
    ];
    const sorted = essays.toSorted(byDate).map(({ slug }) => slug);
    expect(sorted).toEqual(
      essays
        .toReversed()
        .sort(byDate)
        .map(({ slug }) => slug),
    );
    expect(sorted.join(' ')).toContain('b z a');
  });
});

describe('a long list', () => {
  it('is cut into pages, and an empty one has one page', () => {
    const items = Array.from({ length: essaysOnPage + 1 }, (_, index) => index);
    expect(listPages(items).map(({ number, items }) => [number, items.length])).toEqual([
      [1, essaysOnPage],
      [2, 1],
    ]);
    expect(listPages([])).toEqual([{ number: 1, items: [] }]);
  });
});
