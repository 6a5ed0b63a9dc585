import type { BlockKind } from '../../document/block.ts';
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

/**
 * Every two unpaired headings that have words or text in common, the highest score first.
 * @param pairs blocks under the headings, paired before
 */
export function sectionCandidates(
  previousBlocks: readonly SectionBlock[],
  currentBlocks: readonly SectionBlock[],
  pairs: ReadonlyMap<number, number>,
): SectionCandidate[] {
  const [previousBodies, currentBodies] = [bodiesOf(previousBlocks), bodiesOf(currentBlocks)];
  const headingsOf = headingsByBlock(currentBodies);
  const paired = new Set(pairs.values());
  const candidates: SectionCandidate[] = [];
  for (const [previous, body] of previousBodies) {
    if (pairs.has(previous)) continue;
    const size = bodySize(previousBlocks, body);
    const sharedTexts = sharedWith(body);
    for (const [current, currentBody] of currentBodies) {
      if (paired.has(current)) continue;
      const words = headingSimilarity(previousBlocks[previous], currentBlocks[current]);
      const shared = sharedTexts.get(current);
      const areEmpty = size === 0 && currentBody.length === 0;
      // the share of both texts: one paragraph that moved to another section does not take its heading along
      const text = shared
        ? (shared.previous / size + shared.current / bodySize(currentBlocks, currentBody)) / 2
        : areEmpty
          ? words
          : 0;
      const difference = Math.abs(depthOf(previousBlocks, previous) - depthOf(currentBlocks, current));
      const score = headingWeight * words + textWeight * text - tieBreak * difference;
      if (score > leastCandidateScore) candidates.push({ previous, current, score });
    }
  }
  return candidates.sort((a, b) => b.score - a.score || a.previous - b.previous || a.current - b.current);

  /** What the current sections contain of a previous one, by their headings. */
  function sharedWith(body: readonly number[]): Map<number, SharedText> {
    const shared = new Map<number, SharedText>();
    for (const block of body) {
      const partner = pairs.get(block) ?? -1;
      for (const heading of headingsOf.get(partner) ?? []) {
        const { previous, current } = shared.get(heading) ?? { previous: 0, current: 0 };
        shared.set(heading, {
          previous: previous + blockSize(previousBlocks[block]),
          current: current + blockSize(currentBlocks[partner]),
        });
      }
    }
    return shared;
  }
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
