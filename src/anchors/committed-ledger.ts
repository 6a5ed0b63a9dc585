import type { History } from './git-history.ts';
import type { Version } from './identify-blocks.ts';
import { type Ledger, parseLedger } from './ledger.ts';
import { ledgerPath, readLedger } from './ledger-file.ts';
import type { PublishedEssays } from './published-essays.ts';

/**
 * The ledger of an essay as it was committed: in its folder, or in the folder that it had before it was renamed.
 * @returns `null` where nothing was committed; `undefined` where everything in the file counts as published
 */
export function committedLedger(
  slug: string,
  ledger: Ledger,
  published: PublishedEssays,
  history: History | null,
): Ledger | null | undefined {
  if (isCopy(slug, ledger)) return null;
  if (history === null) return undefined;
  for (const folder of new Set([slug, ledger.slug, ...ledger.previousSlugs])) {
    const texts = history.texts(ledgerPath(folder));
    if (texts === undefined) return undefined;
    if (texts.length === 0 && published.has(folder)) {
      const last = history.last(ledgerPath(folder));
      if (!last) return undefined;
      texts.push(last.text);
    }
    const sides = texts.map(parseLedger).flatMap((side) => ('message' in side ? [] : [side]));
    if (texts.length > 0 && sides.length === 0) return undefined;
    const [first, ...others] = sides;
    if (first) return others.reduce(withCommitted, first);
  }
  return null;
}

/** A ledger with the anchors that were committed and then deleted by hand: only a command may remove them. */
export function withCommitted(ledger: Ledger, committed: Ledger | null | undefined): Ledger {
  if (!committed) return ledger;
  const known = new Set(ledger.anchors.map(({ id }) => id));
  const anchors = [...ledger.anchors];
  committed.anchors.forEach((anchor, index) => {
    if (known.has(anchor.id)) return;
    const neighbour = committed.anchors.slice(0, index).findLast(({ id }) => known.has(id))?.id;
    anchors.splice(anchors.findIndex(({ id }) => id === neighbour) + 1, 0, anchor);
    known.add(anchor.id);
  });
  const comments = new Set([...(ledger.comments ?? []), ...(committed.comments ?? [])]);
  return { ...ledger, ...(comments.size > 0 ? { comments: [...comments].sort() } : {}), anchors };
}

/** The ids that only the author has seen. */
export function unpublishedIds(
  ledger: Ledger,
  committed: Ledger | null | undefined,
): Pick<Version, 'unpublished'> {
  if (committed === undefined) return {};
  const seen = new Set(committed?.anchors.map(({ id }) => id));
  return { unpublished: new Set(ledger.anchors.map(({ id }) => id).filter((id) => !seen.has(id))) };
}

/** True for the folder of another essay that was copied to begin this one: nobody has seen the copy. */
function isCopy(slug: string, ledger: Ledger): boolean {
  if (ledger.slug === slug) return false;
  const other = readLedger(ledger.slug);
  return 'ledger' in other && other.storedText !== '' && other.ledger.slug === ledger.slug;
}
