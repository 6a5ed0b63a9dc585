import { expect, it } from 'vitest';
import type { Essay } from '../../../src/document/essay.ts';
import { essaysByYear } from '../../../src/document/essays-by-year.ts';
import { essaySchema } from '../../../src/document/frontmatter.ts';

function essay(slug: string, published: string): Essay {
  const fields = essaySchema('en').parse({ title: slug, description: slug, published });
  const rest = {
    words: 0,
    commentStatus: 'closed',
    commentCount: 0,
    hasComments: false,
    isScheduled: false,
  } as const;
  return { ...fields, ...rest, sections: [], slug };
}

it('puts essays into years, and folds the years that begin beyond the most that are shown', () => {
  const essays = [
    essay('d', '2026-05-01'),
    essay('c', '2026-01-01'),
    essay('b', '2024-02-02'),
    essay('a', '1999-01-01'),
  ];
  const years = essaysByYear(essays, 3).map(({ year, essays: ones, isFolded }) => [
    year,
    ones.map(({ slug }) => slug).join(''),
    isFolded,
  ]);
  expect(years).toEqual([
    ['2026', 'dc', false],
    ['2024', 'b', false],
    ['1999', 'a', true],
  ]);
  expect(essaysByYear([], 3)).toEqual([]);
});
