import type { BlockKind } from '../../document/block.ts';
import { firstIndexWhere } from './increasing-subsequence.ts';
import { codesOf, comparisonKey, letterSimilarity, type Sketched } from './sketch.ts';

/** A block as sections are compared by it: a heading, or one under a heading. */
export interface SectionBlock extends Sketched {
  kind: BlockKind;
}

/** How much a heading's own words count against the text under it. */
const headingWeight = 0.4;
const textWeight = 0.6;

/** Subtracted for each heading by which two differ in depth: a tie break between equal headings in a row. */
export const tieBreak = 0.02;

/** Candidates with a lower score are not looked at. */
const leastCandidateScore = 0.05;

/** A heading of the current version that may be one of the previous version. */
export interface SectionCandidate {
  previous: number;
  current: number;
  score: number;
}

/** The size of the paired text that moved from one section to another, measured in both versions. */
interface SharedText {
  previous: number;
  current: number;
}

/** How many headings of a long text are looked at for one that has no text in common with them. */
const mostNeighbours = 100;

/** How much of both texts must be shared by sections with equal headings, so that no other can be meant. */
const certainShare = 0.75;

/** How the sections of two versions are compared, by their headings. */
export interface SectionComparison {
  /** Sections with equal headings and nearly all of their text in common. */
  certain: ReadonlyMap<number, number>;
  /** The candidates of the others, the highest score first. */
  candidates: SectionCandidate[];
  /** Headings without any text in common that no score can tell apart. */
  hasText(previous: number, current: number): boolean;
  isEmpty(previous: number): boolean;
  isEmptyNow(current: number): boolean;
}

/**
 * Compares unpaired headings that have words or text in common: in a long text, those near each other or with equal
 * words.
 * @param pairs blocks under the headings, paired before
 */
export function compareSections(
  previousBlocks: readonly SectionBlock[],
  currentBlocks: readonly SectionBlock[],
  pairs: ReadonlyMap<number, number>,
): SectionComparison {
  const [previousBodies, currentBodies] = [bodiesOf(previousBlocks), bodiesOf(currentBlocks)];
  const headingsOf = headingsByBlock(currentBodies);
  const paired = new Set(pairs.values());
  const sizes = new Map(
    [...currentBodies].map(([heading, body]) => [heading, bodySize(currentBlocks, body)]),
  );
  const shared = new Map([...previousBodies].map(([heading, body]) => [heading, sharedWith(body)]));
  const certain = certainPairs();
  const used = new Set([...paired, ...certain.values()]);
  const previousRest = [...previousBodies.keys()].filter((one) => !pairs.has(one) && !certain.has(one));
  const currentRest = [...currentBodies.keys()].filter((one) => !used.has(one));
  const restByWords = Map.groupBy(currentRest, (one) => keyAt(currentBlocks, one));
  const candidates = previousRest.flatMap((previous, rank) =>
    possible(previous, rank).flatMap((current): SectionCandidate[] => {
      const score = scoreOf(previous, current);
      return score > leastCandidateScore ? [{ previous, current, score }] : [];
    }),
  );
  return {
    certain,
    candidates: candidates.sort(
      (a, b) => b.score - a.score || a.previous - b.previous || a.current - b.current,
    ),
    hasText: (previous, current) => shared.get(previous)?.has(current) === true,
    isEmpty: (previous) => previousBodies.get(previous)?.length === 0,
    isEmptyNow: (current) => currentBodies.get(current)?.length === 0,
  };

  function certainPairs(): Map<number, number> {
    const found = new Map<number, number>();
    for (const [previous, texts] of shared)
      for (const current of texts.keys()) {
        if (pairs.has(previous) || paired.has(current)) continue;
        if (!areEqualHeadings(previousBlocks[previous], currentBlocks[current])) continue;
        if (isRepeated(previous) || textShare(previous, current) < certainShare) continue;
        found.set(previous, current);
      }
    return found;
  }

  /** True for a heading right above or below another: both have the same text. */
  function isRepeated(previous: number): boolean {
    const isHeading = (index: number) => previousBlocks[index]?.kind === 'section';
    return isHeading(previous - 1) || isHeading(previous + 1);
  }

  /** The current headings that may be a previous one, which is the given one of those that are left. */
  function possible(previous: number, rank: number): readonly number[] {
    if (currentRest.length <= mostNeighbours) return currentRest;
    const middle = Math.round((rank * currentRest.length) / previousRest.length);
    const from = Math.max(0, middle - mostNeighbours / 2);
    const equal = restByWords.get(keyAt(previousBlocks, previous)) ?? [];
    const firstEqual = Math.max(0, firstIndexWhere(equal.length, (at) => (equal[at] ?? 0) >= previous) - 4);
    const near = [
      ...currentRest.slice(from, from + mostNeighbours),
      ...equal.slice(firstEqual, firstEqual + 8),
    ];
    const withText = [...(shared.get(previous)?.keys() ?? [])].filter((one) => !used.has(one));
    return [...new Set([...near, ...withText])];
  }

  function scoreOf(previous: number, current: number): number {
    const words = headingSimilarity(previousBlocks[previous], currentBlocks[current]);
    const areEmpty = previousBodies.get(previous)?.length === 0 && currentBodies.get(current)?.length === 0;
    const text = areEmpty ? words : textShare(previous, current);
    const difference = Math.abs(depthOf(previousBlocks, previous) - depthOf(currentBlocks, current));
    return headingWeight * words + textWeight * text - tieBreak * difference;
  }

  /** The mean share of both texts: one paragraph that moved to another section does not take its heading along. */
  function textShare(previous: number, current: number): number {
    const common = shared.get(previous)?.get(current);
    const size = bodySize(previousBlocks, previousBodies.get(previous) ?? []);
    return common ? (common.previous / size + common.current / (sizes.get(current) ?? 1)) / 2 : 0;
  }

  /** What the current sections contain of a previous one, by their headings. */
  function sharedWith(body: readonly number[]): Map<number, SharedText> {
    const found = new Map<number, SharedText>();
    for (const block of body) {
      const partner = pairs.get(block) ?? -1;
      for (const heading of headingsOf.get(partner) ?? []) {
        const { previous, current } = found.get(heading) ?? { previous: 0, current: 0 };
        found.set(heading, {
          previous: previous + blockSize(previousBlocks[block]),
          current: current + blockSize(currentBlocks[partner]),
        });
      }
    }
    return found;
  }
}

/** What headings with equal words have in common. */
export function keyAt(blocks: readonly SectionBlock[], index: number): string {
  return comparisonKey(blocks[index] ?? { sketch: '', text: '' });
}

/** True for headings with equal words. */
export function areEqualHeadings(a: SectionBlock | undefined, b: SectionBlock | undefined): boolean {
  return a !== undefined && b !== undefined && comparisonKey(a) === comparisonKey(b);
}

/** Each heading with the blocks under it. A heading right above another has the blocks under that. */
function bodiesOf(blocks: readonly SectionBlock[]): Map<number, number[]> {
  const bodies = new Map<number, number[]>();
  let headings: number[] = [];
  blocks.forEach(({ kind }, index) => {
    if (kind === 'section') {
      const last = headings.at(-1);
      const isRightBelow = last !== undefined && (bodies.get(last) ?? []).length === 0;
      headings = isRightBelow ? [...headings, index] : [index];
      bodies.set(index, []);
    } else if (kind !== 'note') {
      for (const heading of headings) bodies.get(heading)?.push(index);
    }
  });
  return bodies;
}

/** The headings of each block: several, where one heading is right above another. */
function headingsByBlock(bodies: ReadonlyMap<number, readonly number[]>): Map<number, number[]> {
  const headings = new Map<number, number[]>();
  for (const [heading, body] of bodies)
    for (const block of body) headings.set(block, [...(headings.get(block) ?? []), heading]);
  return headings;
}

function bodySize(blocks: readonly SectionBlock[], body: readonly number[]): number {
  return body.reduce((sum, index) => sum + blockSize(blocks[index]), 0);
}

/** The number of a block's words; a block without words counts as one. */
function blockSize(block: SectionBlock | undefined): number {
  return Math.max(1, (block?.sketch.length ?? 0) / 2);
}

/** How many headings are between a heading and its text, 2 at most. */
function depthOf(blocks: readonly SectionBlock[], heading: number): number {
  let depth = 0;
  while (blocks[heading + depth + 1]?.kind === 'section') depth += 1;
  return Math.min(depth, 2);
}

/** Words in common (Dice) or letters in common, whichever is more, 0 to 1. */
function headingSimilarity(a: Sketched | undefined, b: Sketched | undefined): number {
  if (!a || !b) return 0;
  if (comparisonKey(a) === comparisonKey(b)) return 1;
  const [one, other] = [codesOf(a.sketch), codesOf(b.sketch)];
  const rest = [...other];
  let shared = 0;
  for (const code of one) {
    const at = rest.indexOf(code);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared += 1;
  }
  const words = one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length);
  const letters = letterSimilarity(a.text, b.text);
  return Math.max(words, letters >= 0.6 ? letters : 0);
}
