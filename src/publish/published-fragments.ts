import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseLedger } from '../anchors/ledger.ts';
import { parsePublished } from '../anchors/published-essays.ts';
import { essayAddress } from '../document/address.ts';
import type { Problem } from '../document/problem.ts';
import { contentFolder, essaysFolder, root } from '../paths.ts';
import { type BuiltSite, idsOf } from './built-site.ts';

/**
 * The promise, checked on the finished pages and not on what made them: every essay that was ever published has a
 * page, and every id in its ledger is an element of that, and of the page at each address under which it stood before.
 */
export function publishedPlaces(site: BuiltSite): Problem[] {
  return [...publishedAddresses(site), ...publishedIds(site)];
}

function publishedAddresses(site: BuiltSite): Problem[] {
  const path = join(contentFolder, 'published.json');
  const list = existsSync(path) ? parsePublished(readFileSync(path, 'utf8')) : new Map<string, string>();
  const file = relative(root, path).replaceAll('\\', '/');
  if ('message' in list) return [{ file, line: list.line, message: `The list ${list.message}.` }];
  const there = new Set(site.pages.map((page) => page.address));
  return [...list]
    .filter(([slug]) => !there.has(essayAddress(slug)))
    .map(([slug, title]) => ({
      file,
      line: 0,
      message: `The essay “${title}” was published at \`${essayAddress(slug)}\`, where the site has no page now.`,
    }));
}

function publishedIds(site: BuiltSite): Problem[] {
  const slugs = new Set(
    site.files.flatMap((path) => /^essays\/([^/]+)\/index\.html$/.exec(path)?.slice(1) ?? []),
  );
  return [...slugs].sort().flatMap((slug): Problem[] => {
    const path = join(essaysFolder, slug, 'anchors.json');
    if (!existsSync(path)) return [];
    const ledger = parseLedger(readFileSync(path, 'utf8'));
    const file = relative(root, path).replaceAll('\\', '/');
    if ('message' in ledger) return [{ file, line: ledger.line, message: `The ledger ${ledger.message}.` }];
    return [slug, ...ledger.formerly].flatMap((one) => {
      const address = essayAddress(one);
      const page = site.pages.find((candidate) => candidate.address === address);
      const there = new Set(page ? idsOf(page.tree) : []);
      return ledger.anchors
        .filter(({ id }) => !there.has(id))
        .map(({ id, text }) => ({
          file,
          line: 0,
          message: `\`${address}#${id}\` was published and is no element of the page. It stood on: “${text}”. An element with an id must keep it on its way to the page.`,
        }));
    });
  });
}
