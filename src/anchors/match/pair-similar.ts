import type { Comparison } from './comparison.ts';
import { createDoubt } from './doubtful.ts';
import { firstIndexWhere, gapAround, longestIncreasingSubsequence } from './increasing-subsequence.ts';
import { type Pairing, thresholds } from './pairing.ts';
import { createPostings } from './postings.ts';
import { bagSimilarity } from './sketch.ts';

/** A current block that may be a previous one. */
interface Candidate {
  previous: number;
  current: number;
  similarity: number;
  score: number;
  inPlace: boolean;
}

/** What a position between the same neighbours adds to the score, in similarity. */
const inPlaceBonus = 0.15;

/** How many candidates of one block, by words and by position, are compared word by word. */
const candidateLimit = 6;

/**
 * Pairs similar blocks: the highest score first, and a block between the same neighbours before one elsewhere. What
 * is not certain goes to `guesses`.
 */
export function pairSimilar(pairing: Pairing, guesses: Map<number, number>, comparison: Comparison): void {
  const { previousBlocks, currentBlocks, pairs, reverse, pair } = pairing;
  const { previousBag, currentBag, weights } = comparison;
  const isDoubtful = createDoubt(previousBlocks, currentBlocks, comparison);
  const candidates = findCandidates(pairing, comparison).sort(
    (a, b) => b.score - a.score || a.previous - b.previous || a.current - b.current,
  );
  const byPrevious = Map.groupBy(candidates, ({ previous }) => previous);
  const byCurrent = Map.groupBy(candidates, ({ current }) => current);
  for (const candidate of candidates) {
    const { previous, current, inPlace, similarity } = candidate;
    if (pairs.has(previous) || reverse.has(current)) continue;
    const sameKind = previousBlocks[previous]?.kind === currentBlocks[current]?.kind;
    const threshold = sameKind && inPlace ? thresholds.similarInPlace : thresholds.similar;
    if (similarity < threshold || isAmbiguous(candidate) || isDoubtful(previous, current)) {
      if (!guesses.has(previous)) guesses.set(previous, current);
      continue;
    }
    pair(previous, current);
  }

  /** True where another block fits as well, and neither words nor position decide between them. */
  function isAmbiguous(candidate: Candidate): boolean {
    const { previous, current, inPlace, score } = candidate;
    const isClose = (other: Candidate) =>
      other !== candidate && other.inPlace === inPlace && score - other.score < thresholds.margin;
    return (
      (byPrevious.get(previous) ?? []).some(
        (other) =>
          isClose(other) && !reverse.has(other.current) && isSimilar(current, other.current, currentBag),
      ) ||
      (byCurrent.get(current) ?? []).some(
        (other) =>
          isClose(other) && !pairs.has(other.previous) && isSimilar(previous, other.previous, previousBag),
      )
    );
  }

  function isSimilar(a: number, b: number, bagAt: Comparison['currentBag']): boolean {
    return bagSimilarity(bagAt(a), bagAt(b), weights) >= thresholds.similar;
  }
}

function findCandidates(pairing: Pairing, comparison: Comparison): Candidate[] {
  const unpaired = pairing.unpairedCurrent();
  if (unpaired.length === 0) return [];
  const postings = createPostings(unpaired, comparison.currentBag, comparison.weights);
  const inOrder = pairsInOrder(pairing);
  return pairing.unpairedPrevious().flatMap((previous) => {
    const { after, before } = gapAround(inOrder, previous);
    const isInPlace = (current: number) => current > after && current < before;
    const first = firstIndexWhere(unpaired.length, (at) => (unpaired[at] ?? 0) > after);
    const inGap = unpaired.slice(first, first + candidateLimit).filter(isInPlace);
    const closest = postings.closest(comparison.previousBag(previous), candidateLimit);
    return [...new Set([...closest, ...inGap])].flatMap((current): Candidate[] => {
      const similarity = comparison.similarity(previous, current);
      const inPlace = isInPlace(current);
      const score = similarity + (inPlace ? inPlaceBonus : 0);
      return similarity > 0 ? [{ previous, current, similarity, score, inPlace }] : [];
    });
  });
}

/** The pairs that did not move, sorted: a block that did not move either is in the gap between two of them. */
function pairsInOrder({ pairs }: Pairing): [number, number][] {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
  const inOrder = longestIncreasingSubsequence(sorted.map(([, current]) => current));
  return inOrder.flatMap((at) => sorted.slice(at, at + 1));
}
