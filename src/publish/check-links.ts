import { nearest } from '../essay/nearest.ts';
import type { Problem } from '../essay/problem.ts';
import { addressesIn } from './addresses.ts';
import { type BuiltPage, type BuiltSite, idsOf } from './built-site.ts';

/** Every link inside the site must lead to a file that exists and, where it has a fragment, to an element with that id. */
export function checkLinks(site: BuiltSite): Problem[] {
  const files = new Set(site.files);
  const ids = new Map(site.pages.map((page) => [page.path, idsOf(page.tree)]));
  const problems: Problem[] = [];
  for (const page of site.pages) {
    const twins = repeated(ids.get(page.path) ?? []);
    for (const id of twins)
      problems.push({
        file: page.path,
        line: 0,
        message: `Two elements have the id \`${id}\`. An id may stand once on a page.`,
      });
    for (const { value } of addressesIn(page.tree)) {
      const target = targetOf(value, page);
      if (!target) continue;
      if (!files.has(target.path)) {
        const near = nearest(
          target.path,
          site.files.filter((path) => path.endsWith('.html')),
        );
        const hint = near ? ` The nearest page is \`/${near.replace(/index\.html$/, '')}\`.` : '';
        problems.push({
          file: page.path,
          line: 0,
          message: `The link \`${value}\` leads nowhere: there is no file \`${target.path}\`.${hint}`,
        });
        continue;
      }
      const there = ids.get(target.path);
      if (target.fragment === '' || !there || there.includes(target.fragment)) continue;
      const near = nearest(target.fragment, there);
      const hint = near ? `Did you mean \`#${near}\`? ` : '';
      problems.push({
        file: page.path,
        line: 0,
        message: `The link \`${value}\` leads to no element. ${hint}The ids of \`${target.path}\` are: ${there.join(', ') || 'none'}.`,
      });
    }
  }
  return problems;
}

/** The file and fragment an address means, or null where it leaves the site. */
function targetOf(value: string, page: BuiltPage): { path: string; fragment: string } | null {
  const here = new URL(page.address, 'https://site.invalid/');
  if (!URL.canParse(value, here.href)) return { path: value, fragment: '' };
  const url = new URL(value, here);
  if (url.origin !== here.origin) return null;
  const path = decodeURIComponent(url.pathname).slice(1);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const fragment = decodeURIComponent(url.hash.slice(1)).split(':~:')[0] ?? '';
  return { path: file, fragment: fragment === 'top' ? '' : fragment };
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
