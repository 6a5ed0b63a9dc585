import { type Alignment, align } from './alignment.ts';
import type { Block, BlockKind } from './block.ts';
import type { Anchor, Ledger } from './ledger.ts';
import { naturalIds } from './natural-ids.ts';
import { longestRise } from './order.ts';
import { bounds, type Piece } from './pairing.ts';
import { bagOf, codesOf, likeness, openingOf, sameWords, sketchOf, weightsOf } from './sketch.ts';

/** What happened to an anchor between the ledger and the text. */
export interface Change {
  id: string;
  kind: BlockKind;
  what: 'carried' | 'new' | 'moved' | 'merged' | 'restored';
  /** How its text begins today; for a merged one, as it was. */
  text: string;
  /** The id it stands in now, for a merged one. */
  into?: string;
}

/** Something that stops the build until the author has said what is meant. */
export interface Fault {
  what: 'lost' | 'renamed' | 'reused' | 'drifted';
  id: string;
  kind: BlockKind;
  /** How the text began when it was last seen. */
  text: string;
  /** The block before the place where it stood, as an index into the blocks; -1 at the very beginning. */
  after: number;
  /** The block that may be meant, as an index into the blocks. */
  guess: number | null;
}

/** A text that is gone, told where it stood. */
export interface Tombstone {
  id: string;
  /** Other old ids that lead here. */
  also: string[];
  /** The block before it, as an index; -1 at the very beginning. */
  after: number;
  why: string | null;
  /** An address in another essay. */
  to: string | null;
}

/** What is known about the version of a text that is resolved. */
export interface Version {
  day: string;
  unpublished?: ReadonlySet<string>;
  taken?: readonly string[];
}

export interface Resolution {
  /** One id for each block, in order. */
  ids: string[];
  /** Old ids that each block carries besides its own. */
  old: string[][];
  tombstones: Tombstone[];
  changes: Change[];
  faults: Fault[];
  /** The ledger as it should be now. With faults it still holds what is in question, as it was. */
  ledger: Ledger;
}

/**
 * Decides which id stands on which block. A pure function of the text and its ledger: resolving again with the
 * ledger that comes out gives the same ids and no change.
 * @param version `day`: its date, for anchors that are new in it; `unpublished`: ids in the ledger that nobody has
 *   seen yet and that may go without a word; `taken`: ids in the text that are no blocks
 */
export function resolve(blocks: readonly Block[], ledger: Ledger, version: Version): Resolution {
  const { day, unpublished = new Set(), taken = [] } = version;
  const byId = new Map(ledger.anchors.map((one) => [one.id, one]));
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
  const ids = naturalIds(blocks, known, [...byId.keys(), ...taken]);
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
  const old: string[][] = blocks.map(() => []);
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
      old[landing.block]?.push(anchor.id, ...marksOf(anchor));
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
    const most = anchor?.marks ?? 1;
    for (const mark of marksOf({ id: ids[index] ?? '', kind: block.kind, marks: most }))
      if (Number(/-(\d+)$/.exec(mark)?.[1] ?? 1) > block.marks) old[index]?.push(mark);
  });
  const entries = blocks.map((_, index) => entryOf(index));
  return {
    ids,
    old,
    tombstones,
    changes: changesOf(),
    faults: [...gone.filter(({ anchor }) => !follows(anchor)).map(faultOf), ...strangers()],
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

  function changesOf(): Change[] {
    const order = new Map(ledger.anchors.map((one, index) => [one.id, index]));
    const carried = ids.flatMap((id, index) =>
      owner.has(index) ? [{ index, was: order.get(id) ?? 0 }] : [],
    );
    const kept = new Set(longestRise(carried.map((one) => one.was)).map((at) => carried[at]?.index));
    const made = ids.flatMap((id, index): Change[] => {
      const piece = news[index];
      const before = owner.get(index);
      if (!piece) return [];
      const what = restored.has(id)
        ? 'restored'
        : !before
          ? 'new'
          : !kept.has(index)
            ? 'moved'
            : sameWords(before, piece) && before.kind === piece.kind
              ? null
              : 'carried';
      return what ? [{ id, kind: piece.kind, what, text: piece.text }] : [];
    });
    const merged = standing.flatMap((anchor): Change[] => {
      const place = places.get(anchor.id);
      if (!place || place.main || unpublished.has(anchor.id)) return [];
      const into = ids[place.at] ?? '';
      return [{ id: anchor.id, kind: anchor.kind, what: 'merged', text: anchor.text, into }];
    });
    return [...made, ...merged];
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

  /** Ids that would stand on another text: chosen again by the author, or moved away from theirs step by step. */
  function strangers(): Fault[] {
    const found: Fault[] = [];
    const weights = weightsOf(
      standing.map((one) => codesOf(one.first ?? one.words)),
      news.map((one) => codesOf(one.words)),
    );
    const apart = (a: string, b: string) =>
      likeness(bagOf(codesOf(a), weights), bagOf(codesOf(b), weights), weights) < bounds.other;
    blocks.forEach((block, index) => {
      const piece = news[index];
      const anchor = owner.get(index);
      if (!piece || (anchor && unpublished.has(anchor.id))) return;
      const fault = (what: Fault['what'], one: Anchor): Fault => ({
        what,
        id: one.id,
        kind: block.kind,
        text: one.text,
        after: index,
        guess: index,
      });
      const taken = block.own === null || anchor?.id === block.own ? undefined : byId.get(block.own);
      if (taken) found.push(fault('reused', taken));
      else if (anchor && block.kind !== 'section' && anchor.words !== piece.words) {
        if (block.own !== null && apart(anchor.words, piece.words)) found.push(fault('reused', anchor));
        else if (apart(anchor.first ?? anchor.words, piece.words)) found.push(fault('drifted', anchor));
      }
    });
    return found;
  }
}

/** Blocks behind which a tombstone can stand. */
function placing(kind: BlockKind): boolean {
  return kind !== 'note' && kind !== 'part' && kind !== 'reference';
}

type Landing = { block: number } | { tombstone: string } | { lost: true };

/** Where an old text stands: as a block of its own, or within one that has another id. */
interface Place {
  at: number;
  main: boolean;
}

/**
 * An old text's id becomes its block's id, unless the author gave the block another. A name the author chose
 * and then changed has no place: it may be written in links that nobody can see from here, so the build asks.
 */
function placesOf(
  standing: readonly Anchor[],
  news: readonly Piece[],
  alignment: Alignment,
): Map<string, Place> {
  const places = new Map<string, Place>();
  standing.forEach((anchor, index) => {
    const at = alignment.pairs.get(index);
    const within = alignment.within.get(index);
    if (at !== undefined) {
      const own = news[at]?.own ?? null;
      if (own === null || own === anchor.id) places.set(anchor.id, { at, main: true });
      else if (anchor.own && news[at]?.kind === anchor.kind) alignment.guesses.set(index, at);
      else places.set(anchor.id, { at, main: false });
    } else if (within !== undefined) places.set(anchor.id, { at: within, main: false });
  });
  return places;
}

/** Words that a text must have to come back by itself when it was merged, redirected or retired before. */
const wordsToReturn = 5;

/** Finds texts that stand again, word for word, after they had gone elsewhere, and gives them their place back. */
function restoredIn(ledger: Ledger, news: readonly Piece[], places: Map<string, Place>): ReadonlySet<string> {
  const restored = new Set<string>();
  const free = new Set(news.keys());
  for (const place of places.values()) free.delete(place.at);
  for (const anchor of ledger.anchors) {
    const isGone = anchor.to !== undefined || anchor.retired !== undefined;
    if (!isGone || anchor.kind === 'section' || anchor.words.length < 2 * wordsToReturn) continue;
    for (const index of free) {
      const piece = news[index];
      if (!piece || piece.words !== anchor.words || (piece.own !== null && piece.own !== anchor.id)) continue;
      places.set(anchor.id, { at: index, main: true });
      restored.add(anchor.id);
      free.delete(index);
      break;
    }
  }
  return restored;
}

/** The ids of the marks that refer to a note: `fnref-x`, and `fnref-x-2` where there is a second. */
function marksOf({
  id,
  kind,
  marks = 1,
}: {
  id: string;
  kind: BlockKind;
  marks?: number | undefined;
}): string[] {
  if (kind !== 'note' || !id.startsWith('fn-')) return [];
  const name = `fnref-${id.slice('fn-'.length)}`;
  return Array.from({ length: marks }, (_, index) => (index === 0 ? name : `${name}-${index + 1}`));
}

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
