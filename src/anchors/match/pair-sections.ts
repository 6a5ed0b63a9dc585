import {
  areEqualHeadings,
  compareSections,
  keyAt,
  type SectionBlock,
  type SectionCandidate,
  type SectionComparison,
  tieBreak,
} from './sections.ts';

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
  const comparison = compareSections(previousBlocks, currentBlocks, pairs);
  const { certain, candidates } = comparison;
  const inOrder = duplicatesInOrder(previousBlocks, currentBlocks, pairs, comparison);
  const found = new Map([...certain, ...inOrder]);
  const used = new Set(found.values());
  const byPrevious = Map.groupBy(candidates, ({ previous }) => previous);
  const ambiguous = new Set<number>();
  for (const candidate of candidates) {
    const { previous, current, score } = candidate;
    if (found.has(previous) || ambiguous.has(previous) || used.has(current)) continue;
    const hasRival = (byPrevious.get(previous) ?? []).some((other) => isRival(candidate, other));
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
  pairs: ReadonlyMap<number, number>,
  { certain, hasText, isEmpty, isEmptyNow }: SectionComparison,
): [number, number][] {
  const used = new Set([...pairs.values(), ...certain.values()]);
  const left = (blocks: readonly SectionBlock[], isPaired: (index: number) => boolean) =>
    Map.groupBy(
      blocks.flatMap(({ kind }, index) => (kind === 'section' && !isPaired(index) ? [index] : [])),
      (index) => keyAt(blocks, index),
    );
  const currentByWords = left(currentBlocks, (index) => used.has(index));
  return [...left(previousBlocks, (index) => pairs.has(index) || certain.has(index))].flatMap(
    ([key, previous]) => {
      const current = currentByWords.get(key) ?? [];
      if (previous.length < 2 || previous.length !== current.length) return [];
      const areEmpty = new Set([...previous.map(isEmpty), ...current.map(isEmptyNow)]);
      const isTie =
        areEmpty.size === 1 && !previous.some((one) => current.some((other) => hasText(one, other)));
      return isTie ? previous.map((one, index): [number, number] => [one, current[index] ?? -1]) : [];
    },
  );
}
