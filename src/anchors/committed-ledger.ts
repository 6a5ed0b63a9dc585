import type { Dropped } from './dropped-anchors.ts';
import type { History } from './git-history.ts';
import type { Version } from './identify-blocks.ts';
import { emptyLedger, type Ledger, parseAnchor, parseLedger } from './ledger.ts';
import { ledgerPath, readLedger } from './ledger-file.ts';
import type { PublishedEssays } from './published-essays.ts';

/**
 * The ledger of an essay as it was committed: in its folder, or in the folder that it had before it was renamed. It has
 * what any earlier version had, whatever a merge, a revert or a hand left out since.
 * @returns `null` where nothing was committed; `undefined` where everything in the file counts as published
 */
export function committedLedger(
  slug: string,
  ledger: Ledger,
  published: PublishedEssays,
  history: History | null,
): Ledger | null | undefined {
  const isCopied = isCopy(slug, ledger);
  if (isCopied && !published.has(slug)) return null;
  if (history === null) return undefined;
  const folders = isCopied ? [slug] : [...new Set([slug, ledger.slug, ...ledger.previousSlugs])];
  const last = lastCommitted(folders, published, history);
  if (last === undefined) return undefined;
  return folders.reduce<Ledger | null>((whole, folder) => {
    const dropped = history.dropped(folder);
    return dropped ? withDropped(whole ?? emptyLedger(folder), dropped) : whole;
  }, last);
}

/** The ledger in the last commit, or before the commit that deleted it, in the first folder that has one. */
function lastCommitted(
  folders: readonly string[],
  published: PublishedEssays,
  history: History,
): Ledger | null | undefined {
  for (const folder of folders) {
    const texts = history.texts(ledgerPath(folder));
    if (texts === undefined) return undefined;
    if (texts.length === 0 && published.has(folder)) {
      const last = history.last(ledgerPath(folder));
      if (!last && !history.dropped(folder)) return undefined;
      if (last) texts.push(last.text);
    }
    const sides = texts.map(parseLedger).flatMap((side) => ('message' in side ? [] : [side]));
    if (texts.length > 0 && sides.length === 0 && !history.isWhole) return undefined;
    const [first, ...others] = sides;
    if (first) return others.reduce(withCommitted, first);
  }
  return null;
}

/** A ledger with the anchors that it once had, each behind the one that it followed. */
export function withDropped(ledger: Ledger, { anchors: dropped, comments }: Dropped): Ledger {
  const missing = new Map(Object.entries(dropped).map(([id, one]) => [id, one]));
  for (const { id } of ledger.anchors) missing.delete(id);
  const following = Map.groupBy(missing.keys(), (id) => missing.get(id)?.after ?? '');
  const known = new Set([...ledger.anchors.map(({ id }) => id), ...missing.keys()]);
  const first = [...following].flatMap(([after, ids]) => (known.has(after) ? [] : ids));
  const done = new Set<string>();
  const chain = (id: string): string[] => {
    if (done.has(id)) return []; // two versions can have the same two anchors in either order
    done.add(id);
    return [id, ...(following.get(id) ?? []).flatMap(chain)];
  };
  const order = [...first.flatMap(chain), ...ledger.anchors.flatMap(({ id }) => chain(id))];
  const rest = [...missing.keys()].flatMap(chain);
  const own = new Map(ledger.anchors.map((one) => [one.id, one]));
  const anchors = [...order, ...rest].map(
    (id) => own.get(id) ?? parseAnchor(id, missing.get(id)?.json ?? ''),
  );
  const all = [...new Set([...(ledger.comments ?? []), ...comments])].sort();
  return { ...ledger, ...(all.length > 0 ? { comments: all } : {}), anchors };
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
