import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseLedger } from '../anchors/ledger.ts';
import { parsePublished } from '../anchors/published-essays.ts';
import { essayAddress } from '../document/address.ts';
import { type Problem, problem } from '../document/problem.ts';
import { contentFolder, essaysFolder, root } from '../paths.ts';
import type { FinishedPage } from './finished-pages.ts';

/** What the check reads of a page. */
type Page = Pick<FinishedPage, 'address' | 'ids'>;

/**
 * The promise, checked on the finished pages and not on what made them: every essay that was ever published has a
 * page, and every id in its ledger is an element of that, and of the page at each address that it had before.
 * @param stale ledgers that will be written when the site is in use, as they will be
 * @param heldBack slugs of essays whose day has not come
 */
export function checkPublishedFragments(
  pages: readonly Page[],
  stale: readonly { file: string; text: string }[] = [],
  heldBack: ReadonlySet<string> = new Set(),
): Problem[] {
  const ids = new Map(pages.map((page) => [page.address, page.ids]));
  const next = new Map(stale.map(({ file, text }) => [file, text]));
  return [...missingPages(ids, heldBack), ...missingElements(ids, next)];
}

type IdsByAddress = ReadonlyMap<string, readonly string[]>;

function missingPages(ids: IdsByAddress, heldBack: ReadonlySet<string>): Problem[] {
  const path = join(contentFolder, 'published.json');
  const list = existsSync(path) ? parsePublished(readFileSync(path, 'utf8')) : new Map();
  const file = inRepository(path);
  if ('message' in list)
    return [problem('anchors/unreadable-list', { reason: list.message }, { file, line: list.line })];
  return [...list]
    .filter(([slug]) => !ids.has(essayAddress(slug)) && !heldBack.has(slug))
    .map(([slug, { title }]) =>
      problem('anchors/missing-page', { title, address: essayAddress(slug) }, { file }),
    );
}

function missingElements(ids: IdsByAddress, next: ReadonlyMap<string, string>): Problem[] {
  const slugs = [...ids.keys()].flatMap((address) => /^\/essays\/([^/]+)\/$/.exec(address)?.slice(1) ?? []);
  return slugs.sort().flatMap((slug): Problem[] => {
    const path = join(essaysFolder, slug, 'anchors.json');
    if (!existsSync(path)) return [];
    const file = inRepository(path);
    const ledger = parseLedger(next.get(file) ?? readFileSync(path, 'utf8'));
    if ('message' in ledger)
      return [problem('anchors/unreadable-ledger', { reason: ledger.message }, { file, line: ledger.line })];
    return [slug, ...ledger.previousSlugs].flatMap((one) => {
      const address = essayAddress(one);
      const onPage = new Set(ids.get(address));
      const comments = (ledger.comments ?? []).map((id) => ({ id, text: '' }));
      return [...ledger.anchors, ...comments]
        .filter(({ id }) => !onPage.has(id))
        .map(({ id, text }) =>
          problem('anchors/missing-element', { address: `${address}#${id}`, text }, { file }),
        );
    });
  });
}

function inRepository(path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}
