import type { Block, BlockKind } from '../document/block.ts';
import type { BlockIds, Tombstone } from '../document/block-ids.ts';
import { placesOf, restoredIn } from './block-positions.ts';
import { type Change, changesIn } from './changes.ts';
import type { Fault } from './conflict.ts';
import { naturalIds } from './generated-ids.ts';
import type { Anchor, Ledger } from './ledger.ts';
import { align } from './match/align.ts';
import type { Piece } from './match/pairing.ts';
import { openingOf, sameWords, sketchOf } from './match/sketch.ts';
import { strangers } from './mismatched-ids.ts';
import { marksOf } from './note-references.ts';

/** What is known about the version of a text that is resolved. */
export interface Version {
  day: string;
  unpublished?: ReadonlySet<string>;
  usedIds?: readonly string[];
}

export interface Resolution extends BlockIds {
  changes: Change[];
  faults: Fault[];
  /** The ledger as it should be now. With faults it still holds what is in question, as it was. */
  ledger: Ledger;
}

/**
 * Decides which id stands on which block. A pure function of the text and its ledger: resolving again with the
 * ledger that comes out gives the same ids and no change.
 * @param version `day`: its date, for anchors that are new in it; `unpublished`: ids in the ledger that nobody has
 *   seen yet and that may go without a word; `usedIds`: ids in the text that are no blocks
 */
export function resolve(blocks: readonly Block[], ledger: Ledger, version: Version): Resolution {
  const { day, usedIds = [] } = version;
  const byId = new Map(ledger.anchors.map((one) => [one.id, one]));
  const unpublished = unseen(ledger, version.unpublished);
  const news = blocks.map(
    (block): Piece => ({
      kind: block.kind,
      own: block.own,
      text: openingOf(block.text),
      words: sketchOf(block.text),
    }),
  );
  const standing = ledger.anchors.filter((one) => one.to === undefined && one.retired === undefined);
  const alignment = align(
    standing.map((one) => ({ ...one, own: one.own ? one.id : null })),
    news,
  );
  const places = placesOf(standing, news, alignment);
  const restored = restoredIn(ledger, news, places);
  const known = new Map<number, string>();
  const owner = new Map<number, Anchor>();
  for (const [id, place] of places) {
    if (!place.main) continue;
    known.set(place.at, id);
    const anchor = byId.get(id);
    if (anchor) owner.set(place.at, anchor);
  }
  const ids = naturalIds(blocks, known, [...byId.keys(), ...usedIds]);
  const at = new Map(ids.map((id, index) => [id, index]));
  const land = (id: string, seen: readonly string[] = []): Landing => {
    const place = places.get(id)?.at ?? at.get(id);
    if (place !== undefined) return { block: place };
    const anchor = byId.get(id);
    if (!anchor || seen.includes(id)) return { lost: true };
    if (anchor.retired !== undefined) return { tombstone: id };
    if (anchor.to?.startsWith('/')) return { tombstone: id };
    return anchor.to ? land(anchor.to.slice(1), [...seen, id]) : { lost: true };
  };
  const previous: string[][] = blocks.map(() => []);
  const tombstones: Tombstone[] = [];
  const gone: { anchor: Anchor; after: number }[] = [];
  const kept = new Map<string, Anchor>();
  let after = -1;
  const followers: [string, string][] = [];
  ledger.anchors.forEach((anchor) => {
    const landing = land(anchor.id);
    if ('block' in landing) {
      if (ids[landing.block] === anchor.id) {
        if (placing(anchor.kind)) after = landing.block;
        return;
      }
      if (unpublished.has(anchor.id)) return;
      previous[landing.block]?.push(anchor.id, ...marksOf(anchor));
      const into = ids[landing.block] ?? '';
      kept.set(anchor.id, { ...anchor, to: anchor.to ?? `#${into}` });
    } else if ('tombstone' in landing) {
      kept.set(anchor.id, anchor);
      if (landing.tombstone === anchor.id) {
        const also = marksOf(anchor);
        tombstones.push({ id: anchor.id, also, after, why: anchor.retired ?? null, to: anchor.to ?? null });
      } else followers.push([anchor.id, landing.tombstone]);
    } else if (!unpublished.has(anchor.id)) {
      kept.set(anchor.id, anchor);
      gone.push({ anchor, after });
    }
  });
  for (const [id, to] of followers) tombstones.find((one) => one.id === to)?.also.push(id);
  blocks.forEach((block, index) => {
    const anchor = owner.get(index);
    const marks = marksOf({ id: ids[index] ?? '', kind: block.kind, marks: anchor?.marks ?? 1 });
    previous[index]?.push(...marks.slice(block.marks));
  });
  const entries = blocks.map((_, index) => entryOf(index));
  return {
    ids,
    previous,
    tombstones,
    changes: changesIn({ ledger, standing, news, ids, owner, places, restored, unpublished }),
    faults: [
      ...gone.filter(({ anchor }) => !follows(anchor)).map(faultOf),
      ...strangers({ blocks, news, standing, owner, byId, unpublished }),
    ],
    ledger: { ...ledger, anchors: inOrder(ledger, entries, kept) },
  };

  /** Leads to an anchor that is lost itself and is told of: what becomes of that becomes of this one. */
  function follows(anchor: Anchor, steps = 0): boolean {
    const next = anchor.to?.startsWith('#') ? byId.get(anchor.to.slice(1)) : undefined;
    if (!next || steps > byId.size) return false;
    return next.to === undefined || follows(next, steps + 1);
  }

  function entryOf(index: number): Anchor {
    const block = blocks[index];
    const piece = news[index];
    if (!block || !piece) throw new Error('A block without a piece.');
    const seen = owner.get(index);
    const before = seen && unpublished.has(seen.id) ? undefined : seen;
    const first = before && !sameWords(before, piece) ? (before.first ?? before.words) : before?.first;
    const marks = Math.max(before?.marks ?? 0, block.marks);
    return {
      id: ids[index] ?? '',
      kind: block.kind,
      since: before?.since ?? day,
      ...(block.own === null ? {} : { own: true as const }),
      ...(block.kind === 'note' && marks > 1 ? { marks } : {}),
      text: piece.text,
      words: piece.words,
      ...(first === undefined || first === piece.words ? {} : { first }),
    };
  }

  function faultOf({ anchor, after }: { anchor: Anchor; after: number }): Fault {
    const guess = alignment.guesses.get(standing.indexOf(anchor)) ?? null;
    const renamed = guess !== null && alignment.pairs.get(standing.indexOf(anchor)) === guess;
    return {
      what: renamed ? 'renamed' : 'lost',
      id: anchor.id,
      kind: anchor.kind,
      text: anchor.text,
      after,
      guess,
    };
  }
}

/** Ids that may go without a word. One to which a published id leads may not, whoever has seen it. */
function unseen({ anchors }: Ledger, unpublished: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const left = new Set(unpublished);
  let led: string[];
  do {
    led = anchors.flatMap(({ id, to }) =>
      !left.has(id) && to && left.has(to.slice(1)) ? [to.slice(1)] : [],
    );
    for (const id of led) left.delete(id);
  } while (led.length > 0);
  return left;
}

/** Blocks behind which a tombstone can stand. */
function placing(kind: BlockKind): boolean {
  return kind !== 'note' && kind !== 'part' && kind !== 'reference';
}

type Landing = { block: number } | { tombstone: string } | { lost: true };

/** Anchors in the order of the text; one that stands elsewhere keeps its place behind its old neighbour. */
function inOrder(ledger: Ledger, entries: readonly Anchor[], kept: ReadonlyMap<string, Anchor>): Anchor[] {
  const standing = new Set(entries.map((entry) => entry.id));
  const following = new Map<string, Anchor[]>();
  let last = '';
  for (const anchor of ledger.anchors) {
    const gone = kept.get(anchor.id);
    if (gone) following.set(last, [...(following.get(last) ?? []), gone]);
    else if (standing.has(anchor.id)) last = anchor.id;
  }
  return [
    ...(following.get('') ?? []),
    ...entries.flatMap((entry) => [entry, ...(following.get(entry.id) ?? [])]),
  ];
}
