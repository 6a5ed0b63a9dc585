import type { BlockKind } from './block.ts';
import { gapAround, longestRise } from './order.ts';
import { sectionPairs } from './section-pairs.ts';
import {
  type Bag,
  bagOf,
  codesOf,
  keyOf,
  lettersAlike,
  likeness,
  type Sketched,
  sharedWeight,
  type Weights,
  weightsOf,
} from './sketch.ts';

/**
 * The bounds by which a text is known again. They were set by judgement; the labelled edits in
 * `bench/anchor-edits` and the random ones in the property test are what they are checked against.
 */
export const bounds = {
  /** Likeness from which a text is the same, wherever it stands. */
  alike: 0.5,
  /** Likeness from which it is the same between the neighbours it had. */
  alikeInPlace: 0.22,
  /** Two candidates nearer than this to each other, and alike, are not told apart. */
  margin: 0.1,
  /** Share of an old text that another must hold, for it to have been merged into it. */
  within: 0.7,
  /** The same, where the other text is one of its neighbours. */
  withinNeighbour: 0.5,
  /** Share from which all of it stands there, whatever else does. */
  still: 0.95,
  /** Likeness below which an id would stand on another text than it was published for. */
  other: 0.15,
} as const;

/** A text to be matched, old or new. */
export interface Piece extends Sketched {
  kind: BlockKind;
  /** An id that is its own by the author's choice. */
  own: string | null;
}

/** What became of the old texts, by index. */
export interface Alignment {
  /** Old to new, one to one. */
  pairs: Map<number, number>;
  /** Old texts that are part of a new one that is paired with another, or of a new one of its own name. */
  within: Map<number, number>;
  /** Old texts of which no trace is certain, and the new one that is most likely theirs. */
  guesses: Map<number, number>;
  /** How much an old and a new text agree, 0 to 1. */
  likeness(old: number, fresh: number): number;
}

/**
 * Finds every old text in the new version: the same words first, then the best likeness together with the
 * neighbours, then texts that went into others. Pure: the same input always gives the same pairs.
 */
export function align(olds: readonly Piece[], news: readonly Piece[]): Alignment {
  const pairs = new Map<number, number>();
  const back = new Map<number, number>();
  const guesses = new Map<number, number>();
  const pair = (old: number, fresh: number) => {
    pairs.set(old, fresh);
    back.set(fresh, old);
  };
  const measure = measureOf(olds, news);
  pairByName(olds, news, pair);
  pairEqual(olds, news, pairs, back, pair);
  for (let round = 0; round < 2; round += 1) pairAlike(olds, news, pairs, back, pair, guesses, measure);
  const { made, contested } = sectionPairs(olds, news, pairs, guesses);
  for (const [old, fresh] of made) pair(old, fresh);
  const within = mergedInto(olds, news, pairs, measure);
  for (const [old, fresh] of sectionsWithin(olds, news, pairs))
    if (!contested.has(old)) within.set(old, fresh);
  for (const old of [...pairs.keys(), ...within.keys()]) guesses.delete(old);
  return { pairs, within, guesses, likeness: measure.likeness };
}

type Pair = (old: number, fresh: number) => void;

interface Measure {
  weights: Weights;
  oldCodes: readonly number[][];
  newCodes: readonly number[][];
  oldBag(index: number): Bag;
  newBag(index: number): Bag;
  likeness(old: number, fresh: number): number;
}

function measureOf(olds: readonly Piece[], news: readonly Piece[]): Measure {
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

/** Ids that the author chose stay with the element that has them. */
function pairByName(olds: readonly Piece[], news: readonly Piece[], pair: Pair): void {
  const named = new Map(news.flatMap((one, index) => (one.own === null ? [] : [[one.own, index]])));
  olds.forEach((old, index) => {
    const fresh = old.own === null ? undefined : named.get(old.own);
    if (fresh !== undefined) pair(index, fresh);
  });
}

/** Sections are matched by what stands in them as well; see section-pairs.ts. */
const matchable = (one: Piece | undefined) => one !== undefined && one.kind !== 'section';

/** Same words. Where several texts have the same, neighbours decide, and at last their order. */
function pairEqual(
  olds: readonly Piece[],
  news: readonly Piece[],
  pairs: ReadonlyMap<number, number>,
  back: ReadonlyMap<number, number>,
  pair: Pair,
): void {
  const group = (pieces: readonly Piece[], done: ReadonlyMap<number, number>) => {
    const groups = new Map<string, number[]>();
    pieces.forEach((piece, index) => {
      if (!matchable(piece) || done.has(index)) return;
      const key = keyOf(piece);
      groups.set(key, [...(groups.get(key) ?? []), index]);
    });
    return groups;
  };
  const there = group(news, back);
  const open: [number[], number[]][] = [];
  for (const [key, old] of group(olds, pairs)) {
    const fresh = there.get(key) ?? [];
    const [one, two] = [old[0], fresh[0]];
    if (one === undefined || two === undefined) continue;
    if (old.length === 1 && fresh.length === 1) pair(one, two);
    else open.push([old, fresh]);
  }
  const agree = (old: number, fresh: number) => {
    let neighbours = 0;
    for (const step of [-1, 1]) {
      let [there, here] = [old + step, fresh + step];
      while (olds[there]?.kind === 'section') there += step;
      while (news[here]?.kind === 'section') here += step;
      const edge = (there < 0 && here < 0) || (there >= olds.length && here >= news.length);
      if (pairs.get(there) === here || edge) neighbours += 1;
    }
    return neighbours;
  };
  for (const least of [2, 1, 0]) {
    for (const [old, fresh] of open) {
      for (const one of old) {
        if (pairs.has(one)) continue;
        const free = fresh.filter((two) => !back.has(two) && agree(one, two) >= least);
        const [best] = free.sort((a, b) => agree(one, b) - agree(one, a) || a - b);
        if (best !== undefined) pair(one, best);
      }
    }
  }
}

interface Candidate {
  old: number;
  fresh: number;
  likeness: number;
  score: number;
  inPlace: boolean;
}

/** The best likeness first, a text between its old neighbours before one elsewhere. */
function pairAlike(
  olds: readonly Piece[],
  news: readonly Piece[],
  pairs: ReadonlyMap<number, number>,
  back: ReadonlyMap<number, number>,
  pair: Pair,
  guesses: Map<number, number>,
  measure: Measure,
): void {
  const candidates = candidatesOf(olds, news, pairs, back, measure).sort(
    (a, b) => b.score - a.score || a.old - b.old || a.fresh - b.fresh,
  );
  const byOld = Map.groupBy(candidates, (one) => one.old);
  const byNew = Map.groupBy(candidates, (one) => one.fresh);
  for (const one of candidates) {
    if (pairs.has(one.old) || back.has(one.fresh)) continue;
    const sameKind = olds[one.old]?.kind === news[one.fresh]?.kind;
    const enough = sameKind && one.inPlace ? bounds.alikeInPlace : bounds.alike;
    if (one.likeness < enough || rivalled(one)) {
      if (!guesses.has(one.old)) guesses.set(one.old, one.fresh);
      continue;
    }
    pair(one.old, one.fresh);
  }

  /** Another text would do as well, and neither its words nor its place say which of them is meant. */
  function rivalled(one: Candidate): boolean {
    const near = (other: Candidate) =>
      other !== one && other.inPlace === one.inPlace && one.score - other.score < bounds.margin;
    return (
      (byOld.get(one.old) ?? []).some(
        (other) => near(other) && !back.has(other.fresh) && alikeNew(one.fresh, other.fresh),
      ) ||
      (byNew.get(one.fresh) ?? []).some(
        (other) => near(other) && !pairs.has(other.old) && alikeOld(one.old, other.old),
      )
    );
  }
  function alikeNew(a: number, b: number): boolean {
    return likeness(measure.newBag(a), measure.newBag(b), measure.weights) >= bounds.alike;
  }
  function alikeOld(a: number, b: number): boolean {
    return likeness(measure.oldBag(a), measure.oldBag(b), measure.weights) >= bounds.alike;
  }
}

/** Candidates of one text that are compared word by word, after a rough count of rare words in common. */
const closestCount = 6;

function candidatesOf(
  olds: readonly Piece[],
  news: readonly Piece[],
  pairs: ReadonlyMap<number, number>,
  back: ReadonlyMap<number, number>,
  measure: Measure,
): Candidate[] {
  const open = news.flatMap((one, index) => (matchable(one) && !back.has(index) ? [index] : []));
  if (open.length === 0) return [];
  const ordered = [...pairs].sort((a, b) => a[0] - b[0]);
  const backbone = longestRise(ordered.map(([, fresh]) => fresh)).flatMap((at) => ordered.slice(at, at + 1));
  const standing = new Map<number, number[]>();
  for (const fresh of open)
    for (const code of measure.newBag(fresh).counts.keys())
      standing.set(code, [...(standing.get(code) ?? []), fresh]);
  const tooCommon = Math.max(20, open.length / 20);
  const found: Candidate[] = [];
  olds.forEach((piece, old) => {
    if (!matchable(piece) || pairs.has(old)) return;
    const { after, before } = gapAround(backbone, old);
    const shared = new Map<number, number>();
    for (const code of measure.oldBag(old).counts.keys()) {
      const places = standing.get(code) ?? [];
      if (places.length > tooCommon) continue;
      for (const fresh of places) shared.set(fresh, (shared.get(fresh) ?? 0) + measure.weights.of(code));
    }
    const closest = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, closestCount);
    const inGap = open.filter((fresh) => fresh > after && fresh < before).slice(0, closestCount);
    for (const fresh of new Set([...closest.map(([index]) => index), ...inGap])) {
      const inPlace = fresh > after && fresh < before;
      const alike = measure.likeness(old, fresh);
      if (alike > 0)
        found.push({ old, fresh, likeness: alike, score: alike + (inPlace ? 0.15 : 0), inPlace });
    }
  });
  return found;
}

/** Old texts whose words went into a new one: two paragraphs made one, a note taken up into the text. */
function mergedInto(
  olds: readonly Piece[],
  news: readonly Piece[],
  pairs: ReadonlyMap<number, number>,
  measure: Measure,
): Map<number, number> {
  const within = new Map<number, number>();
  const open = olds.flatMap((piece, old) => (matchable(piece) && !pairs.has(old) ? [old] : []));
  const back = new Map([...pairs].map(([old, fresh]) => [fresh, old]));
  for (const old of open) {
    const codes = measure.oldCodes[old] ?? [];
    const bag = measure.oldBag(old);
    let most = 0;
    news.forEach((other, fresh) => {
      if (!matchable(other) || codes.length < 3) return;
      const whole = sharedWeight(bag, measure.newBag(fresh), measure.weights) / bag.weight;
      if (whole <= most || whole < bounds.withinNeighbour) return;
      // only what was added to the other text counts, unless all of the old one stands in it
      const own = back.get(fresh);
      const added =
        own === undefined ? measure.newBag(fresh) : without(measure.newBag(fresh), measure.oldBag(own));
      const share = whole >= bounds.still ? whole : sharedWeight(bag, added, measure.weights) / bag.weight;
      const neighbour = pairs.get(old - 1) === fresh || pairs.get(old + 1) === fresh;
      // a few words stand in a long text by chance, so a short text must stand there in one piece
      const enough =
        codes.length < 8
          ? holds(measure.newCodes[fresh] ?? [], codes)
          : share >= (neighbour ? bounds.withinNeighbour : bounds.within);
      if (!enough) return;
      most = whole;
      within.set(old, fresh);
    });
  }
  return within;
}

/** A heading that was taken away while its text stayed: its id leads to where that text begins. */
function sectionsWithin(
  olds: readonly Piece[],
  news: readonly Piece[],
  pairs: ReadonlyMap<number, number>,
): Map<number, number> {
  const within = new Map<number, number>();
  olds.forEach((piece, old) => {
    if (piece.kind !== 'section' || pairs.has(old)) return;
    for (let next = old + 1; matchable(olds[next]) && olds[next]?.kind !== 'note'; next += 1) {
      const first = pairs.get(next);
      if (first === undefined || news[first]?.kind === 'note') continue;
      within.set(old, first);
      return;
    }
  });
  return within;
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
