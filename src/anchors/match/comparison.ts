import type { SketchedBlock } from './pairing.ts';
import {
  type Bag,
  bagOf,
  bagSimilarity,
  codesOf,
  letterSimilarity,
  type Weights,
  weightsOf,
} from './sketch.ts';

/** How the blocks of one version are compared with those of another. */
export interface Comparison {
  weights: Weights;
  previousCodes: readonly number[][];
  currentCodes: readonly number[][];
  previousBag(index: number): Bag;
  currentBag(index: number): Bag;
  /** How similar two blocks are, 0 to 1: by their words, or by their letters where they are short. */
  similarity(previous: number, current: number): number;
}

export function compareVersions(
  previousBlocks: readonly SketchedBlock[],
  currentBlocks: readonly SketchedBlock[],
): Comparison {
  const previousCodes = previousBlocks.map((block) => codesOf(block.sketch));
  const currentCodes = currentBlocks.map((block) => codesOf(block.sketch));
  const weights = weightsOf(previousCodes, currentCodes);
  const cached = (codes: readonly number[][]) => {
    const bags = new Map<number, Bag>();
    return (index: number) => {
      const bag = bags.get(index) ?? bagOf(codes[index] ?? [], weights);
      bags.set(index, bag);
      return bag;
    };
  };
  const [previousBag, currentBag] = [cached(previousCodes), cached(currentCodes)];
  return {
    weights,
    previousCodes,
    currentCodes,
    previousBag,
    currentBag,
    similarity: (previous, current) =>
      Math.max(
        bagSimilarity(previousBag(previous), currentBag(current), weights),
        letterSimilarity(previousBlocks[previous]?.text ?? '', currentBlocks[current]?.text ?? ''),
      ),
  };
}
