import {
  areEqualHeadings,
  type SectionBlock,
  type SectionCandidate,
  sectionCandidates,
  tieBreak,
} from './sections.ts';
import { comparisonKey } from './sketch.ts';

/** Score from which two headings begin the same section. */
const leastScore = 0.3;

/** A second candidate whose score is within this of the first makes it ambiguous. */
const margin = 0.25;

/**
 * Pairs the sections of two versions. A section is its heading and the text under it, up to the next heading: a
 * heading may be renamed above the same text, and an equal heading may be written above it. Where heading and text
 * point to different sections, none is chosen and the most likely goes to `guesses`.
 * @param pairs blocks under the headings, paired before
 * @returns the pairs, and the previous sections that are ambiguous
 */
export function pairSections(
  previousBlocks: readonly SectionBlock[],
  currentBlocks: readonly SectionBlock[],
  pairs: ReadonlyMap<number, number>,
  guesses: Map<number, number>,
): { pairs: ReadonlyMap<number, number>; ambiguous: ReadonlySet<number> } {
  const candidates = sectionCandidates(previousBlocks, currentBlocks, pairs);
  const found = new Map(duplicatesInOrder(previousBlocks, currentBlocks, candidates));
  const used = new Set(found.values());
  const ambiguous = new Set<number>();
  for (const candidate of candidates) {
    const { previous, current, score } = candidate;
    if (found.has(previous) || ambiguous.has(previous) || used.has(current)) continue;
    const hasRival = candidates.some((other) => isRival(candidate, other));
    if (score < leastScore || hasRival) {
      if (!guesses.has(previous)) guesses.set(previous, current);
      if (hasRival) ambiguous.add(previous);
      continue;
    }
    found.set(previous, current);
    used.add(current);
  }
  return { pairs: found, ambiguous };

  /** True where another section fits a previous one nearly as well. */
  function isRival(candidate: SectionCandidate, other: SectionCandidate): boolean {
    if (other.previous !== candidate.previous || other === candidate || used.has(other.current)) return false;
    const difference = candidate.score - other.score;
    if (difference >= margin || other.score < leastScore) return false;
    // equal headings over the same text: the depth decides between them, then the order
    const isTie = difference <= 2 * tieBreak;
    return !(isTie && areEqualHeadings(currentBlocks[candidate.current], currentBlocks[other.current]));
  }
}

/**
 * Equal headings that their texts do not distinguish keep their order: as many previous ones as current ones, and
 * each fits every other as well as its own.
 */
function duplicatesInOrder(
  previousBlocks: readonly SectionBlock[],
  currentBlocks: readonly SectionBlock[],
  candidates: readonly SectionCandidate[],
): [number, number][] {
  const keyAt = (blocks: readonly SectionBlock[], index: number) =>
    comparisonKey(blocks[index] ?? { sketch: '', text: '' });
  const byWords = Map.groupBy(candidates, ({ previous }) => keyAt(previousBlocks, previous));
  return [...byWords].flatMap(([key, group]) => {
    const equal = group.filter(({ current }) => keyAt(currentBlocks, current) === key);
    const previous = sortedUnique(equal.map((one) => one.previous));
    const current = sortedUnique(equal.map((one) => one.current));
    const scores = equal.map(({ score }) => score);
    const isTie =
      equal.length === previous.length * current.length &&
      Math.max(...scores) - Math.min(...scores) <= 2 * tieBreak;
    if (previous.length < 2 || previous.length !== current.length || !isTie) return [];
    return previous.map((one, index): [number, number] => [one, current[index] ?? -1]);
  });
}

function sortedUnique(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
