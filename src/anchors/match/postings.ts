import type { Bag, Weights } from './sketch.ts';

/** An inverted index: which texts contain a word. It finds the few that need a comparison. */
export interface Postings {
  /**
   * The texts that share most with another, by the weight of its rarest words.
   * @param count how many, the closest first
   */
  closest(bag: Bag, count: number): number[];
  /** The texts that may contain a share of another's words, 0 to 1, in order; none that does is missing. */
  containing(bag: Bag, share: number): number[];
}

/** How many postings are read for one text, those of its rarest words first. */
const postingsLimit = 1000;

/** @param texts the indices of the texts to be found, in order */
export function createPostings(
  texts: readonly number[],
  bagAt: (index: number) => Bag,
  weights: Weights,
): Postings {
  const postings = new Map<number, number[]>();
  for (const index of texts)
    for (const code of bagAt(index).counts.keys()) {
      const list = postings.get(code);
      if (list) list.push(index);
      else postings.set(code, [index]);
    }
  const sums = new Float64Array((texts.at(-1) ?? -1) + 1);

  /** Adds up the shared weight of every text, calls `visit` for each, and sets the sums back to 0. */
  const addWeights = (words: Iterable<[number, number]>, visit: (index: number, weight: number) => void) => {
    const touched: number[] = [];
    for (const [code, weight] of words)
      for (const index of postings.get(code) ?? []) {
        const sum = sums[index] ?? 0;
        if (sum === 0) touched.push(index);
        sums[index] = sum + weight;
      }
    for (const index of touched) {
      visit(index, sums[index] ?? 0);
      sums[index] = 0;
    }
  };

  /** A text's words with their weights, the rarest first, up to the limit. */
  const rarestWords = (bag: Bag): [number, number][] => {
    const known = [...bag.counts.keys()]
      .map((code) => ({ code, count: postings.get(code)?.length ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.count - b.count || a.code - b.code);
    let total = 0;
    return known.flatMap(({ code, count }, at): [number, number][] => {
      total += count;
      return at === 0 || total <= postingsLimit ? [[code, weights.of(code)]] : [];
    });
  };

  return {
    closest(bag, count) {
      const best: { index: number; weight: number }[] = [];
      addWeights(rarestWords(bag), (index, weight) => {
        const last = best.at(-1);
        if (best.length === count && last && !isCloser({ index, weight }, last)) return;
        const at = best.findIndex((other) => isCloser({ index, weight }, other));
        best.splice(at < 0 ? best.length : at, 0, { index, weight });
        if (best.length > count) best.pop();
      });
      return best.map(({ index }) => index);
    },
    containing(bag, share) {
      const found: number[] = [];
      const least = share * bag.weight - 1e-9; // the sums add the same weights in another order
      const words = [...bag.counts].map(([code, count]): [number, number] => [
        code,
        weights.of(code) * count,
      ]);
      addWeights(words, (index, weight) => {
        if (weight >= least) found.push(index);
      });
      return found.sort((a, b) => a - b);
    },
  };
}

function isCloser(a: { index: number; weight: number }, b: { index: number; weight: number }): boolean {
  return a.weight > b.weight || (a.weight === b.weight && a.index < b.index);
}
