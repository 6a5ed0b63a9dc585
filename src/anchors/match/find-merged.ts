import type { Comparison } from './comparison.ts';
import { type Pairing, thresholds } from './pairing.ts';
import { createPostings } from './postings.ts';
import { type Bag, sharedWeight } from './sketch.ts';

/** A long text contains a few words by chance: a text with fewer words than these must be in it in one piece. */
const fewestWordsForShare = 8;

/** A text with fewer words than these is not searched for in other texts. */
const fewestWords = 3;

/** Previous blocks whose words are now in another block: two paragraphs made one, a note taken up into the text. */
export function findMerged(pairing: Pairing, comparison: Comparison): Map<number, number> {
  const { currentBlocks, pairs, reverse } = pairing;
  const { weights, previousCodes, currentCodes, previousBag, currentBag } = comparison;
  const merged = new Map<number, number>();
  const unpaired = pairing
    .unpairedPrevious()
    .filter((previous) => (previousCodes[previous] ?? []).length >= fewestWords);
  if (unpaired.length === 0) return merged;
  const texts = currentBlocks.flatMap(({ kind }, index) => (kind === 'section' ? [] : [index]));
  const postings = createPostings(texts, currentBag, weights);
  for (const previous of unpaired) {
    let highest = 0;
    for (const current of postings.containing(previousBag(previous), thresholds.mergedIntoNeighbour)) {
      const share = shareIn(currentBag(current), previous);
      if (share <= highest || share < thresholds.mergedIntoNeighbour) continue;
      if (!isMerged(previous, current, share)) continue;
      highest = share;
      merged.set(previous, current);
    }
  }
  return merged;

  /** The share of a previous text that another contains, 0 to 1. */
  function shareIn(text: Bag, previous: number): number {
    const bag = previousBag(previous);
    return sharedWeight(bag, text, weights) / bag.weight;
  }

  function isMerged(previous: number, current: number, share: number): boolean {
    const codes = previousCodes[previous] ?? [];
    if (codes.length < fewestWordsForShare) return containsRun(currentCodes[current] ?? [], codes);
    // only what was added to the other text counts, unless it contains all of the previous one
    const partner = reverse.get(current);
    const text = currentBag(current);
    const added = partner === undefined ? text : subtract(text, previousBag(partner));
    const counted = share >= thresholds.contained ? share : shareIn(added, previous);
    const isNeighbour = pairs.get(previous - 1) === current || pairs.get(previous + 1) === current;
    return counted >= (isNeighbour ? thresholds.mergedIntoNeighbour : thresholds.merged);
  }
}

/** Headings that were removed while their text stayed: each leads to the first block of that text. */
export function findRemovedHeadings({ previousBlocks, currentBlocks, pairs }: Pairing): Map<number, number> {
  const removed = new Map<number, number>();
  previousBlocks.forEach(({ kind }, heading) => {
    if (kind !== 'section' || pairs.has(heading)) return;
    for (let next = heading + 1; isBody(next); next += 1) {
      const current = pairs.get(next);
      if (current === undefined || currentBlocks[current]?.kind === 'note') continue;
      removed.set(heading, current);
      return;
    }
  });
  return removed;

  function isBody(index: number): boolean {
    const kind = previousBlocks[index]?.kind;
    return kind !== undefined && kind !== 'section' && kind !== 'note';
  }
}

/** The words of a text that another does not have. */
function subtract(text: Bag, other: Bag): Bag {
  const counts = new Map<number, number>();
  for (const [code, count] of text.counts) {
    const difference = count - (other.counts.get(code) ?? 0);
    if (difference > 0) counts.set(code, difference);
  }
  return { counts, weight: text.weight };
}

/** True where a text contains a run of words without a gap. */
function containsRun(text: readonly number[], run: readonly number[]): boolean {
  return text.some((_, start) => run.every((code, index) => text[start + index] === code));
}
