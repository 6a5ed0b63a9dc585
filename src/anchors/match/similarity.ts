import type { Piece } from './pairing.ts';
import { type Bag, bagOf, codesOf, lettersAlike, likeness, type Weights, weightsOf } from './sketch.ts';

/** How the words of one version are compared with those of another. */
export interface Measure {
  weights: Weights;
  oldCodes: readonly number[][];
  newCodes: readonly number[][];
  oldBag(index: number): Bag;
  newBag(index: number): Bag;
  /** How much an old and a new text agree, 0 to 1: by their words, or by their letters where they are short. */
  likeness(old: number, fresh: number): number;
}

export function measureOf(olds: readonly Piece[], news: readonly Piece[]): Measure {
  const oldCodes = olds.map((one) => codesOf(one.words));
  const newCodes = news.map((one) => codesOf(one.words));
  const weights = weightsOf(oldCodes, newCodes);
  const keep = (codes: readonly number[][]) => {
    const bags = new Map<number, Bag>();
    return (index: number) => {
      const bag = bags.get(index) ?? bagOf(codes[index] ?? [], weights);
      bags.set(index, bag);
      return bag;
    };
  };
  const [oldBag, newBag] = [keep(oldCodes), keep(newCodes)];
  return {
    weights,
    oldCodes,
    newCodes,
    oldBag,
    newBag,
    likeness: (old, fresh) =>
      Math.max(
        likeness(oldBag(old), newBag(fresh), weights),
        lettersAlike(olds[old]?.text ?? '', news[fresh]?.text ?? ''),
      ),
  };
}
