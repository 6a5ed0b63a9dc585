import { compareVersions } from './comparison.ts';
import { findMerged, findRemovedHeadings } from './find-merged.ts';
import { pairEqual } from './pair-equal.ts';
import { pairSections } from './pair-sections.ts';
import { pairSimilar } from './pair-similar.ts';
import { createPairing, type Pairing, type SketchedBlock } from './pairing.ts';

/** What became of the previous blocks, by index. */
export interface Alignment {
  /** Previous to current, one to one. */
  pairs: ReadonlyMap<number, number>;
  /** Previous blocks whose text is now in a current block that is paired with another or has an id of its own. */
  merged: ReadonlyMap<number, number>;
  /** Previous blocks that were not found with certainty, and the current block that is most likely theirs. */
  guesses: Map<number, number>;
}

/**
 * Finds every previous block in the current version: equal texts first, then the most similar ones with regard to
 * their neighbours, then texts that were merged into others. Pure: equal input gives equal pairs.
 */
export function align(
  previousBlocks: readonly SketchedBlock[],
  currentBlocks: readonly SketchedBlock[],
): Alignment {
  const pairing = createPairing(previousBlocks, currentBlocks);
  const guesses = new Map<number, number>();
  const comparison = compareVersions(previousBlocks, currentBlocks);
  pairByOwnId(pairing);
  pairEqual(pairing);
  pairSimilar(pairing, guesses, comparison);
  pairSimilar(pairing, guesses, comparison); // again: the pairs just found narrow the gaps between neighbours
  const sections = pairSections(previousBlocks, currentBlocks, pairing.pairs, guesses);
  for (const [previous, current] of sections.pairs) pairing.pair(previous, current);
  const merged = findMerged(pairing, comparison);
  for (const [previous, current] of findRemovedHeadings(pairing))
    if (!sections.ambiguous.has(previous)) merged.set(previous, current);
  for (const previous of [...pairing.pairs.keys(), ...merged.keys()]) guesses.delete(previous);
  return { pairs: pairing.pairs, merged, guesses };
}

/** An id that the author chose stays with the element that has it. */
function pairByOwnId({ previousBlocks, currentBlocks, pair }: Pairing): void {
  const byId = new Map(currentBlocks.flatMap(({ own }, index) => (own === null ? [] : [[own, index]])));
  previousBlocks.forEach(({ own }, previous) => {
    const current = own === null ? undefined : byId.get(own);
    if (current !== undefined) pair(previous, current);
  });
}
