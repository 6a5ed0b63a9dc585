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

it('puts essays into years, and shows no more than the most, wherever a year begins', () => {
  const essays = [
    essay('d', '2026-05-01'),
    essay('c', '2026-01-01'),
    essay('b', '2024-02-02'),
    essay('a', '2024-01-01'),
    essay('z', '1999-01-01'),
  ];
  const years = essaysByYear(essays, 3).map(({ year, essays: all, shown }) => [
    year,
    all.map(({ slug }) => slug).join(''),
    shown.map(({ slug }) => slug).join(''),
  ]);
  expect(years).toEqual([
    ['2026', 'dc', 'dc'],
    ['2024', 'ba', 'b'],
    ['1999', 'z', ''],
  ]);
  expect(essaysByYear([], 3)).toEqual([]);
});
