import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectAll } from 'hast-util-select';
import { inject } from 'vitest';
import { type ParsedPage, parseSite } from './parsed-site.ts';

/** The finished site of `tests/fixtures/site`, which is built once for all tests. */
export const folder = inject('site');

/** The text of a file of the site. */
export const read = (path: string) => readFileSync(join(folder, path), 'utf8');

export const site = parseSite(folder);
export const essays = site.pages.filter((page) => selectAll('article.essay', page.tree).length > 0);

/** What a function makes of each element of the site that a selector finds. */
export const every = <T>(
  selector: string,
  map: (element: ReturnType<typeof selectAll>[number], path: string) => T,
) => site.pages.flatMap((page) => selectAll(selector, page.tree).map((element) => map(element, page.path)));

/** Paths of the files that a page's elements name, resolved from the page. */
export const named = (page: ParsedPage, selector: string, attribute: string) =>
  selectAll(selector, page.tree).map((element) =>
    new URL(String(element.properties[attribute]), `https://site.invalid/${page.path}`).pathname.slice(1),
  );
