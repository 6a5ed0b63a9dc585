import { fromHtml } from 'hast-util-from-html';
import { expect, it } from 'vitest';
import { termsOf } from '../../../../src/search/build/index-terms.ts';
import { sectionsOf } from '../../../../src/search/build/sections.ts';

/** The terms of an essay with this prose, for which its author names none. */
function terms(prose: string): string[] {
  const html = `<article data-essay="{}"><h1>An essay</h1><div class="prose">${prose}</div></article>`;
  const essay = sectionsOf(fromHtml(html));
  if (!essay) throw new Error('There is no essay on this page.');
  return termsOf(essay).map(({ term }) => term);
}

it('finds names and titles, and takes no common word for a name because it has a capital', () => {
  expect(
    terms(
      `<p>We met Ada Lovelace in Turin, and read <em>The Black Swan</em> there.</p>
       <h2 id="a">A table</h2><p>See Table 1: Three of What we met were at the table, what a day! Lovelace left Turin.</p>
       <p>Three of the three stayed.</p>`,
    ).sort(),
  ).toEqual(['Lovelace, Ada', 'The Black Swan', 'Turin']);
});
