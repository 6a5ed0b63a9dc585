import { distance } from 'fastest-levenshtein';
import { nearest } from '../document/nearest.ts';
import type { Problem } from '../document/problem.ts';
import { site as settings } from '../site.ts';
import { addressesIn } from './addresses.ts';
import { type BuiltSite, idsOf } from './built-site.ts';
import { addressesForMachines, addressesInFiles } from './other-addresses.ts';
import { sourceOf } from './source-of-page.ts';

/**
 * Every link inside the site must lead to a file that exists and, where it has a fragment, to an element with
 * that id: links and pictures of pages, what pages tell machines, `url()` in style, feeds, the sitemap.
 * @param base the site's `url`, by which full addresses are known as its own
 */
export function checkLinks(site: BuiltSite, base: string = settings.url): Problem[] {
  const files = new Set(site.files);
  const ids = new Map(site.pages.map((page) => [page.path, idsOf(page.tree)]));
  const problems: Problem[] = [];
  const check = (value: string, from: string, where: () => { file: string; line: number }) => {
    const target = targetOf(value, from, base);
    if (!target) return;
    if (!files.has(target.path)) {
      const pages = site.files.filter((path) => path.endsWith('.html'));
      const near = nearest(target.path, pages);
      const hint = near ? ` The nearest page is \`/${near.replace(/index\.html$/, '')}\`.` : '';
      const message = `The link \`${value}\` leads nowhere: there is no file \`${target.path}\`.${hint}`;
      problems.push({ ...where(), message });
      return;
    }
    const there = ids.get(target.path);
    if (target.fragment === '' || !there || there.includes(target.fragment)) return;
    const near = nearest(target.fragment, there);
    const hint = near ? `Did you mean \`#${near}\`? ` : '';
    const message = `The link \`${value}\` leads to no element. ${hint}The nearest ids of \`${target.path}\` are: ${likest(target.fragment, there).join(', ') || 'none'}.`;
    problems.push({ ...where(), message });
  };
  for (const page of site.pages) {
    for (const id of repeated(ids.get(page.path) ?? [])) {
      const message = `Two elements have the id \`${id}\`. An id may stand once on a page.`;
      problems.push({ ...sourceOf(page.path, `id="${id}"`), message });
    }
    for (const value of [
      ...addressesIn(page.tree).map((address) => address.value),
      ...addressesForMachines(page, base),
    ])
      check(value, page.address, () => sourceOf(page.path, value));
  }
  for (const { file, value } of addressesInFiles(site, base))
    check(value, `/${file}`, () => ({ file, line: 0 }));
  return problems;
}

/** Up to five ids, the likest first. */
function likest(fragment: string, ids: readonly string[]): string[] {
  const far = new Map(ids.map((id) => [id, distance(fragment, id)]));
  return [...ids].sort((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0) || (a < b ? -1 : 1)).slice(0, 5);
}

/** The file and fragment an address means, or null where it leaves the site. */
function targetOf(value: string, from: string, base: string): { path: string; fragment: string } | null {
  const own = value.startsWith(base) ? `/${value.slice(base.length)}` : value;
  const here = new URL(from, 'https://site.invalid/');
  if (!URL.canParse(own, here.href)) return { path: value, fragment: '' };
  const url = new URL(own, here);
  if (url.origin !== here.origin) return null;
  const path = decodeURIComponent(url.pathname).slice(1);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const fragment = decodeURIComponent(url.hash.slice(1)).split(':~:')[0] ?? '';
  return { path: file, fragment: fragment === 'top' ? '' : fragment };
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
