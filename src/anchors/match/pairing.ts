import type { BlockKind } from '../../document/block.ts';
import type { Sketched } from './sketch.ts';

/**
 * The thresholds by which a text is recognised. They were set by judgement; the labelled edits in
 * `bench/anchor-edits` and the random ones in the property test check them.
 */
export const thresholds = {
  /** Similarity from which two texts are the same, in any position. */
  similar: 0.5,
  /** Similarity from which they are the same between the same neighbours. */
  similarInPlace: 0.22,
  /** Two similar candidates whose scores differ by less than this are ambiguous. */
  margin: 0.1,
  /** Share of a previous text that was added to another, from which it was merged into that. */
  merged: 0.7,
  /** The same, where the other text is one of its neighbours. */
  mergedIntoNeighbour: 0.5,
  /** Share from which a text contains all of another, whatever else it contains. */
  contained: 0.95,
  /** The same for code, of which every text has the same words of its language. */
  similarCode: 0.4,
  /** What two short texts must have in common: of six words, two can be the frame of any sentence. */
  similarShort: 0.6,
  /** Similarity below which two texts must be more similar to each other than to a third. */
  ofOnePattern: 0.6,
  /** Similarity below which a text is not the one that its id was published for. */
  mismatched: 0.15,
} as const;

/** A block of the previous or of the current version, as it is compared. */
export interface SketchedBlock extends Sketched {
  kind: BlockKind;
  /** An id that the author chose. */
  own: string | null;
}

/** The blocks of two versions and the pairs found so far. Blocks are named by their index. */
export interface Pairing {
  previousBlocks: readonly SketchedBlock[];
  currentBlocks: readonly SketchedBlock[];
  /** Previous to current, one to one. */
  pairs: ReadonlyMap<number, number>;
  /** Current to previous. */
  reverse: ReadonlyMap<number, number>;
  pair(previous: number, current: number): void;
  /** Previous blocks without a partner, in order; no headings, which are paired by section. */
  unpairedPrevious(): number[];
  /** Current blocks without a partner, in order; no headings. */
  unpairedCurrent(): number[];
}

export function createPairing(
  previousBlocks: readonly SketchedBlock[],
  currentBlocks: readonly SketchedBlock[],
): Pairing {
  const pairs = new Map<number, number>();
  const reverse = new Map<number, number>();
  const unpaired = (blocks: readonly SketchedBlock[], paired: ReadonlyMap<number, number>) =>
    blocks.flatMap(({ kind }, index) => (kind !== 'section' && !paired.has(index) ? [index] : []));
  return {
    previousBlocks,
    currentBlocks,
    pairs,
    reverse,
    pair(previous, current) {
      pairs.set(previous, current);
      reverse.set(current, previous);
    },
    unpairedPrevious: () => unpaired(previousBlocks, pairs),
    unpairedCurrent: () => unpaired(currentBlocks, reverse),
  };
}
