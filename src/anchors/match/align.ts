import { mergedInto, sectionsWithin } from './merged.ts';
import { pairEqual } from './pair-equal.ts';
import { sectionPairs } from './pair-sections.ts';
import { pairAlike } from './pair-similar.ts';
import { type Pairing, type Piece, pairingOf } from './pairing.ts';
import { measureOf } from './similarity.ts';

/** What became of the old texts, by index. */
export interface Alignment {
  /** Old to new, one to one. */
  pairs: ReadonlyMap<number, number>;
  /** Old texts that are part of a new one that is paired with another, or of a new one of its own name. */
  within: ReadonlyMap<number, number>;
  /** Old texts of which no trace is certain, and the new one that is most likely theirs. */
  guesses: Map<number, number>;
}

/**
 * Finds every old text in the new version: the same words first, then the best likeness together with the
 * neighbours, then texts that went into others. Pure: the same input always gives the same pairs.
 */
export function align(olds: readonly Piece[], news: readonly Piece[]): Alignment {
  const pairing = pairingOf(olds, news);
  const guesses = new Map<number, number>();
  const measure = measureOf(olds, news);
  pairByName(pairing);
  pairEqual(pairing);
  pairAlike(pairing, guesses, measure);
  pairAlike(pairing, guesses, measure); // again: what was found says more of what is in its place
  const { made, contested } = sectionPairs(olds, news, pairing.pairs, guesses);
  for (const [old, fresh] of made) pairing.pair(old, fresh);
  const within = mergedInto(pairing, measure);
  for (const [old, fresh] of sectionsWithin(pairing)) if (!contested.has(old)) within.set(old, fresh);
  for (const old of [...pairing.pairs.keys(), ...within.keys()]) guesses.delete(old);
  return { pairs: pairing.pairs, within, guesses };
}

/** Ids that the author chose stay with the element that has them. */
function pairByName({ olds, news, pair }: Pairing): void {
  const named = new Map(news.flatMap((one, index) => (one.own === null ? [] : [[one.own, index]])));
  olds.forEach((old, index) => {
    const fresh = old.own === null ? undefined : named.get(old.own);
    if (fresh !== undefined) pair(index, fresh);
  });
}
