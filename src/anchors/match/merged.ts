import { bounds, type Pairing } from './pairing.ts';
import type { Measure } from './similarity.ts';
import { type Bag, sharedWeight } from './sketch.ts';
import { wordIndexOf } from './word-index.ts';

/** A few words stand in a long text by chance: shorter ones must stand there in one piece. */
const wordsToTell = 8;

/** Fewer words than these are not looked for in other texts. */
const fewestWords = 3;

/** Old texts whose words went into a new one: two paragraphs made one, a note taken up into the text. */
export function mergedInto(pairing: Pairing, measure: Measure): Map<number, number> {
  const { news, pairs, back } = pairing;
  const within = new Map<number, number>();
  const open = pairing.openOlds().filter((old) => (measure.oldCodes[old] ?? []).length >= fewestWords);
  if (open.length === 0) return within;
  const texts = news.flatMap((one, index) => (one.kind === 'section' ? [] : [index]));
  const index = wordIndexOf(texts, measure.newBag, measure.weights);
  for (const old of open) {
    let most = 0;
    for (const fresh of index.holding(measure.oldBag(old), bounds.withinNeighbour)) {
      const whole = shareIn(measure.newBag(fresh), old);
      if (whole <= most || whole < bounds.withinNeighbour || !isMerged(old, fresh, whole)) continue;
      most = whole;
      within.set(old, fresh);
    }
  }
  return within;

  function shareIn(text: Bag, old: number): number {
    const bag = measure.oldBag(old);
    return sharedWeight(bag, text, measure.weights) / bag.weight;
  }

  function isMerged(old: number, fresh: number, whole: number): boolean {
    const codes = measure.oldCodes[old] ?? [];
    if (codes.length < wordsToTell) return holds(measure.newCodes[fresh] ?? [], codes);
    // only what was added to the other text counts, unless all of the old one stands in it
    const own = back.get(fresh);
    const text = measure.newBag(fresh);
    const added = own === undefined ? text : without(text, measure.oldBag(own));
    const share = whole >= bounds.still ? whole : shareIn(added, old);
    const isNeighbour = pairs.get(old - 1) === fresh || pairs.get(old + 1) === fresh;
    return share >= (isNeighbour ? bounds.withinNeighbour : bounds.within);
  }
}

/** Headings that were taken away while their text stayed: each leads to where that text begins. */
export function sectionsWithin({ olds, news, pairs }: Pairing): Map<number, number> {
  const within = new Map<number, number>();
  olds.forEach((piece, old) => {
    if (piece.kind !== 'section' || pairs.has(old)) return;
    for (let next = old + 1; isUnder(next); next += 1) {
      const first = pairs.get(next);
      if (first === undefined || news[first]?.kind === 'note') continue;
      within.set(old, first);
      return;
    }
  });
  return within;

  function isUnder(index: number): boolean {
    const kind = olds[index]?.kind;
    return kind !== undefined && kind !== 'section' && kind !== 'note';
  }
}

/** The words of a text that it does not have from another. */
function without(text: Bag, other: Bag): Bag {
  const counts = new Map<number, number>();
  for (const [code, count] of text.counts) {
    const left = count - (other.counts.get(code) ?? 0);
    if (left > 0) counts.set(code, left);
  }
  return { counts, weight: text.weight };
}

/** True where a stretch of words stands in a text in one piece. */
function holds(text: readonly number[], stretch: readonly number[]): boolean {
  return text.some((_, start) => stretch.every((code, index) => text[start + index] === code));
}
