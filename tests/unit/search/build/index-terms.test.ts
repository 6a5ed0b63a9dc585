import { expect, it } from 'vitest';
import { compileText } from '../../../../bench/compile-text.ts';
import { termsOf } from '../../../../src/search/build/index-terms.ts';

it('finds names and titles, and takes no common word for a name because it has a capital', async () => {
  const { document } = await compileText(
    `We met Ada Lovelace in Turin, and read *The Black Swan* there.

## A table

See Table 1: Three of What we met were at the table, what a day! Lovelace left Turin.

Three of the three stayed.`,
  );
  const terms = termsOf(document).map(({ term }) => term);
  expect(terms.sort()).toEqual(['Lovelace, Ada', 'The Black Swan', 'Turin']);
});
