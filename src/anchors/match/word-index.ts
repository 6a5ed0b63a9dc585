import type { Bag, Weights } from './sketch.ts';

/** Which texts have a word: finds the few that are worth comparing, without looking at all of them. */
export interface WordIndex {
  /**
   * The texts that share most with another, by the weight of its rarest words.
   * @param most how many, the nearest first
   */
  closest(bag: Bag, most: number): number[];
  /** The texts that may hold a share of another's words, 0 to 1, in order; none that does is left out. */
  holding(bag: Bag, share: number): number[];
}

/** How many places of its words are looked up for one text, those of its rarest words first. */
const mostPlaces = 1000;

/** @param texts the indices of the texts to be found, in order */
export function wordIndexOf(
  texts: readonly number[],
  bagAt: (index: number) => Bag,
  weights: Weights,
): WordIndex {
  const places = new Map<number, number[]>();
  for (const index of texts)
    for (const code of bagAt(index).counts.keys()) {
      const there = places.get(code);
      if (there) there.push(index);
      else places.set(code, [index]);
    }
  const shared = new Float64Array((texts.at(-1) ?? -1) + 1);

  /** Adds up the weight of what every text shares, tells of each, and leaves nothing behind for the next. */
  const addUp = (words: Iterable<[number, number]>, tell: (index: number, weight: number) => void) => {
    const touched: number[] = [];
    for (const [code, weight] of words)
      for (const index of places.get(code) ?? []) {
        const before = shared[index] ?? 0;
        if (before === 0) touched.push(index);
        shared[index] = before + weight;
      }
    for (const index of touched) {
      tell(index, shared[index] ?? 0);
      shared[index] = 0;
    }
  };

  /** A text's words with their weights, the rarest first, as many as may be looked up. */
  const rarest = (bag: Bag): [number, number][] => {
    const known = [...bag.counts.keys()]
      .map((code) => ({ code, count: places.get(code)?.length ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.count - b.count || a.code - b.code);
    let looked = 0;
    return known.flatMap(({ code, count }, at): [number, number][] => {
      looked += count;
      return at === 0 || looked <= mostPlaces ? [[code, weights.of(code)]] : [];
    });
  };

  return {
    closest(bag, most) {
      const best: { index: number; weight: number }[] = [];
      addUp(rarest(bag), (index, weight) => {
        const last = best.at(-1);
        if (best.length === most && last && !isNearer({ index, weight }, last)) return;
        const at = best.findIndex((other) => isNearer({ index, weight }, other));
        best.splice(at < 0 ? best.length : at, 0, { index, weight });
        if (best.length > most) best.pop();
      });
      return best.map(({ index }) => index);
    },
    holding(bag, share) {
      const found: number[] = [];
      const enough = share * bag.weight - 1e-9; // sums of the same weights in another order
      const words = [...bag.counts].map(([code, count]): [number, number] => [
        code,
        weights.of(code) * count,
      ]);
      addUp(words, (index, weight) => {
        if (weight >= enough) found.push(index);
      });
      return found.sort((a, b) => a - b);
    },
  };
}

function isNearer(a: { index: number; weight: number }, b: { index: number; weight: number }): boolean {
  return a.weight > b.weight || (a.weight === b.weight && a.index < b.index);
}
