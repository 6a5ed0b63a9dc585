import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { essayAddress } from '../essay/address.ts';
import { parseLedger } from '../essay/ledger.ts';
import type { Problem } from '../essay/problem.ts';
import { essaysFolder, root } from '../places.ts';
import { type BuiltSite, idsOf } from './built-site.ts';

/**
 * The promise, checked on the finished pages and not on what made them: every id in the ledger of an essay is an
 * element of its page, and of the page at each address under which it stood before.
 */
export function publishedIds(site: BuiltSite): Problem[] {
  const slugs = new Set(
    site.files.flatMap((path) => /^essays\/([^/]+)\/index\.html$/.exec(path)?.slice(1) ?? []),
  );
  return [...slugs].sort().flatMap((slug): Problem[] => {
    const path = join(essaysFolder, slug, 'anchors.json');
    if (!existsSync(path)) return [];
    const ledger = parseLedger(readFileSync(path, 'utf8'));
    const file = relative(root, path).replaceAll('\\', '/');
    if (typeof ledger === 'string') return [{ file, line: 0, message: `The ledger ${ledger}.` }];
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
