import type { Anchor, Ledger } from './ledger.ts';
import type { Alignment } from './match/align.ts';
import type { Piece } from './match/pairing.ts';

/** Where an old text stands: as a block of its own, or within one that has another id. */
export interface TextPlace {
  at: number;
  main: boolean;
}

/**
 * An old text's id becomes its block's id, unless the author gave the block another. A name the author chose
 * and then changed has no place: it may be written in links that nobody can see from here, so the build asks.
 */
export function placesOf(
  standing: readonly Anchor[],
  news: readonly Piece[],
  alignment: Alignment,
): Map<string, TextPlace> {
  const places = new Map<string, TextPlace>();
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
export function restoredIn(
  ledger: Ledger,
  news: readonly Piece[],
  places: Map<string, TextPlace>,
): ReadonlySet<string> {
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
