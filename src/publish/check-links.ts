import { distance } from 'fastest-levenshtein';
import type { Cache } from '../cache/cache.ts';
import { nearest } from '../document/nearest.ts';
import { type Position, type Problem, problem } from '../document/problem.ts';
import { site as settings } from '../site.ts';
import { addressOf, type BuiltSite } from './built-site.ts';
import type { FinishedPage } from './finished-pages.ts';
import { addressesInFiles } from './full-addresses.ts';
import { type LinkTarget, linkTargets } from './link-target.ts';
import { sourceOf } from './source-of-page.ts';

interface CheckOptions {
  base?: string;
  brokenLinks?: readonly { address: string }[];
  cache?: Cache;
}

/**
 * Every link inside the site must lead to a file that exists and, where it has a fragment, to an element with
 * that id: links and pictures of pages, what pages say to machines, `url()` in style sheets, feeds, the sitemap.
 * @param options.base the site's `url`, by which full addresses are known as its own
 * @param options.brokenLinks addresses that may be broken, as they are written
 * @param options.cache what was found in files that are as they were
 */
export function checkLinks(
  site: BuiltSite,
  pages: readonly FinishedPage[],
  { base = settings.url, brokenLinks = settings.brokenLinks ?? [], cache }: CheckOptions = {},
): Problem[] {
  const ids = new Map(pages.map((page) => [page.path, new Set(page.ids)]));
  const targetOf = linkTargets(base);
  // feeds and other forms name the same address in full
  const allowed = new Set(
    brokenLinks.flatMap(({ address }) => [address, address.replace(/^\//, () => base)]),
  );
  const check = (value: string, from: string, source: () => Position): Problem[] => {
    const target = targetOf(value, from);
    if (!target || allowed.has(value)) return [];
    if (!site.files.has(target.path)) return [missingPage(value, target.path, source(), pages)];
    const there = ids.get(target.path);
    if (target.fragment === '' || !there || there.has(target.fragment)) return [];
    return [missingFragment(value, target, source(), [...there])];
  };
  const onPages = pages.flatMap((page) => [
    ...repeated(page.ids).map((id) =>
      problem('link/duplicate-id', { id }, sourceOf(page.path, `id="${id}"`)),
    ),
    ...page.links.flatMap((value) => check(value, page.address, () => sourceOf(page.path, value))),
  ]);
  // feeds and other forms of a text repeat its links: one mistake is named once, where its author can mend it
  const named = new Set(
    pages.flatMap((page) => page.links.map((value) => key(targetOf(value, page.address)))),
  );
  const inFiles = addressesInFiles(site, base, cache).flatMap(({ file, value }) =>
    named.has(key(targetOf(value, `/${file}`))) ? [] : check(value, `/${file}`, () => ({ file })),
  );
  return [...onPages, ...inFiles];
}

function key(target: LinkTarget | null): string {
  return target ? `${target.path}#${target.fragment}` : '';
}

function missingPage(
  address: string,
  path: string,
  source: Position,
  pages: readonly FinishedPage[],
): Problem {
  const paths = pages.map((page) => page.path);
  const near = nearest(path, paths);
  const values = { address: onOneLine(address), path: onOneLine(path) };
  return problem('link/missing-page', values, source, near === null ? null : addressOf(near));
}

/** An address with control characters, which would split a message, as escapes. */
function onOneLine(address: string): string {
  return address.replaceAll(/\p{Cc}/gu, encodeURIComponent);
}

function missingFragment(
  address: string,
  { path, fragment }: LinkTarget,
  source: Position,
  ids: readonly string[],
): Problem {
  const near = nearest(fragment, ids);
  const values = {
    address: onOneLine(address),
    path: onOneLine(path),
    ids: nearestIds(fragment, ids).join(', ') || 'none',
  };
  return problem('link/missing-fragment', values, source, near === null ? null : `#${near}`);
}

/** Up to five ids, the nearest first. */
function nearestIds(fragment: string, ids: readonly string[]): string[] {
  const edits = new Map(ids.map((id) => [id, distance(fragment, id)]));
  return [...ids].sort((a, b) => (edits.get(a) ?? 0) - (edits.get(b) ?? 0) || (a < b ? -1 : 1)).slice(0, 5);
}

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(ids.filter((id) => seen.has(id) || !seen.add(id)))];
}
