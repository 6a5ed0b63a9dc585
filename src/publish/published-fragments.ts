import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLedger } from '../anchors/ledger.ts';
import { type PublishedEssays, parsePublished } from '../anchors/published-essays.ts';
import { essayAddress } from '../document/address.ts';
import { type Problem, problem } from '../document/problem.ts';
import { translationSlug } from '../document/slug.ts';
import { contentFolder, essaysFolder, pathFromRoot } from '../paths.ts';
import type { FinishedPage } from './finished-pages.ts';

/** What the check reads of a page. */
type Page = Pick<FinishedPage, 'address' | 'ids'>;

/**
 * The promise, checked on the finished pages and not on what made them: every essay and translation that was ever published
 * has a page, and every id in the ledger of an essay is an element of that, of the page at each address that it had before,
 * and of its translations.
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
  const path = join(contentFolder, 'published.json');
  const list = existsSync(path) ? parsePublished(readFileSync(path, 'utf8')) : new Map();
  const file = pathFromRoot(path);
  if ('message' in list)
    return [problem('anchors/unreadable-list', { reason: list.message }, { file, line: list.line })];
  return [...missingPages(ids, list, heldBack, file), ...missingElements(ids, next, list)];
}

type IdsByAddress = ReadonlyMap<string, readonly string[]>;

function missingPages(
  ids: IdsByAddress,
  list: PublishedEssays,
  heldBack: ReadonlySet<string>,
  file: string,
): Problem[] {
  const all = [...list].flatMap(([slug, { title, translations }]) => {
    const ofTranslations = translations.map((language) => translationSlug(slug, language));
    return [slug, ...ofTranslations].map((one) => ({
      title,
      slugs: [slug, one],
      address: essayAddress(one),
    }));
  });
  return all
    .filter(({ slugs, address }) => !ids.has(address) && !slugs.some((slug) => heldBack.has(slug)))
    .map(({ title, address }) => problem('anchors/missing-page', { title, address }, { file }));
}

function missingElements(
  ids: IdsByAddress,
  next: ReadonlyMap<string, string>,
  list: PublishedEssays,
): Problem[] {
  const slugs = [...ids.keys()].flatMap((address) => /^\/essays\/([^/]+)\/$/.exec(address)?.slice(1) ?? []);
  return slugs.sort().flatMap((slug): Problem[] => {
    const path = join(essaysFolder, slug, 'anchors.json');
    if (!existsSync(path)) return [];
    const file = pathFromRoot(path);
    const ledger = parseLedger(next.get(file) ?? readFileSync(path, 'utf8'));
    if ('message' in ledger)
      return [problem('anchors/unreadable-ledger', { reason: ledger.message }, { file, line: ledger.line })];
    const comments = (ledger.comments ?? []).map((id) => ({ id, text: '' }));
    return [slug, ...ledger.previousSlugs].flatMap((one) => [
      ...missingOn(essayAddress(one), [...ledger.anchors, ...comments]),
      ...(list.get(one)?.translations ?? [])
        .map((language) => essayAddress(translationSlug(one, language)))
        .filter((address) => ids.has(address))
        .flatMap((address) => missingOn(address, ledger.anchors)),
    ]);

    function missingOn(address: string, all: readonly { id: string; text: string }[]): Problem[] {
      const onPage = new Set(ids.get(address));
      return all
        .filter(({ id }) => !onPage.has(id))
        .map(({ id, text }) =>
          problem('anchors/missing-element', { address: `${address}#${id}`, text }, { file }),
        );
    }
  });
}
