import { gapAround, longestRise } from './increasing-subsequence.ts';
import { bounds, type Pairing } from './pairing.ts';
import type { Measure } from './similarity.ts';
import { likeness } from './sketch.ts';
import { wordIndexOf } from './word-index.ts';

/** A new text that may be an old one. */
interface Candidate {
  old: number;
  fresh: number;
  likeness: number;
  score: number;
  inPlace: boolean;
}

/** What standing between its old neighbours counts, in likeness. */
const worthOfPlace = 0.15;

/** Candidates of one text, by words and by place, that are compared word by word. */
const closestCount = 6;

/**
 * Pairs texts that are alike: the best likeness first, a text between its old neighbours before one elsewhere. What
 * is not certain goes to `guesses`.
 */
export function pairAlike(pairing: Pairing, guesses: Map<number, number>, measure: Measure): void {
  const { olds, news, pairs, back, pair } = pairing;
  const candidates = candidatesOf(pairing, measure).sort(
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
        (other) => near(other) && !back.has(other.fresh) && alike(one.fresh, other.fresh, measure.newBag),
      ) ||
      (byNew.get(one.fresh) ?? []).some(
        (other) => near(other) && !pairs.has(other.old) && alike(one.old, other.old, measure.oldBag),
      )
    );
  }
  function alike(a: number, b: number, bagAt: Measure['newBag']): boolean {
    return likeness(bagAt(a), bagAt(b), measure.weights) >= bounds.alike;
  }
}

function candidatesOf(pairing: Pairing, measure: Measure): Candidate[] {
  const open = pairing.openNews();
  if (open.length === 0) return [];
  const index = wordIndexOf(open, measure.newBag, measure.weights);
  const ordered = [...pairing.pairs].sort((a, b) => a[0] - b[0]);
  const backbone = longestRise(ordered.map(([, fresh]) => fresh)).flatMap((at) => ordered.slice(at, at + 1));
  return pairing.openOlds().flatMap((old) => {
    const { after, before } = gapAround(backbone, old);
    const isInPlace = (fresh: number) => fresh > after && fresh < before;
    const first = firstAbove(open, after);
    const inGap = open.slice(first, first + closestCount).filter(isInPlace);
    const near = new Set([...index.closest(measure.oldBag(old), closestCount), ...inGap]);
    return [...near].flatMap((fresh): Candidate[] => {
      const alike = measure.likeness(old, fresh);
      const inPlace = isInPlace(fresh);
      const score = alike + (inPlace ? worthOfPlace : 0);
      return alike > 0 ? [{ old, fresh, likeness: alike, score, inPlace }] : [];
    });
  });
}

/** Where in a rising list the first number above another stands. */
function firstAbove(rising: readonly number[], bound: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
