import type { BlockKind } from '../../document/block.ts';
import { codesOf, keyOf, lettersAlike, type Sketched } from './sketch.ts';

/** How much a heading's own words count against the text that stands under it. */
const weightOfHeading = 0.4;
const weightOfText = 0.6;

/** Agreement from which two headings begin the same section. */
const enough = 0.3;

/** A second candidate within this of the first leaves it open which is meant. */
const margin = 0.25;

/** What is left to decide between twins right over each other: how many headings stand below each. */
const hair = 0.02;

interface Heading extends Sketched {
  kind: BlockKind;
}

interface Candidate {
  old: number;
  fresh: number;
  score: number;
}

/**
 * Pairs the sections of two versions. A section is its heading and what stands under it, up to the next
 * heading: a heading may be renamed over the same text, and a twin may be put above it. Where heading and text
 * point to different sections, none is chosen and the likelier goes to `guesses`.
 * @returns the pairs, and the old sections of which it is open where they are
 * @param pairs what stands under the headings, matched before
 */
export function sectionPairs(
  olds: readonly Heading[],
  news: readonly Heading[],
  pairs: ReadonlyMap<number, number>,
  guesses: Map<number, number>,
): { made: [number, number][]; contested: ReadonlySet<number> } {
  const [before, after] = [bodiesOf(olds), bodiesOf(news)];
  const sectionsOf = new Map<number, number[]>(); // several, where one heading stands right over another
  for (const [heading, body] of after)
    for (const index of body) sectionsOf.set(index, [...(sectionsOf.get(index) ?? []), heading]);
  const done = new Set(pairs.values());
  const size = (piece: Heading | undefined) => Math.max(1, (piece?.words.length ?? 0) / 2);
  const sizeOf = (pieces: readonly Heading[], body: readonly number[]) =>
    body.reduce((sum, index) => sum + size(pieces[index]), 0);
  const candidates: Candidate[] = [];
  for (const [old, body] of before) {
    if (pairs.has(old)) continue;
    const whole = sizeOf(olds, body);
    const moved = new Map<number, { left: number; came: number }>();
    for (const index of body) {
      const fresh = pairs.get(index) ?? -1;
      for (const target of sectionsOf.get(fresh) ?? []) {
        const { left, came } = moved.get(target) ?? { left: 0, came: 0 };
        moved.set(target, { left: left + size(olds[index]), came: came + size(news[fresh]) });
      }
    }
    for (const [fresh, now] of after) {
      if (done.has(fresh)) continue;
      const words = agreement(olds[old], news[fresh]);
      const { left, came } = moved.get(fresh) ?? { left: 0, came: 0 };
      const alone = whole === 0 && now.length === 0;
      // of the old text and of the new one: a paragraph that changed sides takes no section along
      const text = left > 0 ? (left / whole + came / sizeOf(news, now)) / 2 : alone ? words : 0;
      const apart = Math.abs(depthOf(olds, old) - depthOf(news, fresh));
      const score = weightOfHeading * words + weightOfText * text - hair * apart;
      if (score > 0.05) candidates.push({ old, fresh, score });
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.old - b.old || a.fresh - b.fresh);
  const made: [number, number][] = [];
  const contested = new Set<number>();
  const used = { old: new Set<number>(), fresh: new Set<number>() };
  for (const [old, fresh] of twinsInOrder(olds, news, candidates)) {
    made.push([old, fresh]);
    used.old.add(old);
    used.fresh.add(fresh);
  }
  for (const one of candidates) {
    if (used.old.has(one.old) || contested.has(one.old) || used.fresh.has(one.fresh)) continue;
    const rival = candidates.some(
      (other) =>
        other.old === one.old &&
        other !== one &&
        !used.fresh.has(other.fresh) &&
        one.score - other.score < margin &&
        other.score >= enough &&
        // two with the same words over the same text: how they stand decides, at last their order
        !(one.score - other.score <= 2 * hair && sameHeading(news[one.fresh], news[other.fresh])),
    );
    if (one.score < enough || rival) {
      if (!guesses.has(one.old)) guesses.set(one.old, one.fresh);
      if (rival) contested.add(one.old);
      continue;
    }
    made.push([one.old, one.fresh]);
    used.old.add(one.old);
    used.fresh.add(one.fresh);
  }
  return { made, contested };
}

/**
 * Twins that neither their words nor their texts tell apart keep their order: as many old ones as new ones, and
 * each agrees with every other as well as with its own.
 */
function twinsInOrder(
  olds: readonly Heading[],
  news: readonly Heading[],
  candidates: readonly Candidate[],
): [number, number][] {
  const twins = Map.groupBy(candidates, (one) => keyOf(olds[one.old] ?? { words: '', text: '' }));
  return [...twins].flatMap(([key, all]) => {
    const same = all.filter((one) => keyOf(news[one.fresh] ?? { words: '', text: '' }) === key);
    const old = [...new Set(same.map((one) => one.old))].sort((a, b) => a - b);
    const fresh = [...new Set(same.map((one) => one.fresh))].sort((a, b) => a - b);
    const scores = same.map((one) => one.score);
    const alike =
      same.length === old.length * fresh.length && Math.max(...scores) - Math.min(...scores) <= 2 * hair;
    if (old.length < 2 || old.length !== fresh.length || !alike) return [];
    return old.map((one, index): [number, number] => [one, fresh[index] ?? -1]);
  });
}

/** Each heading with what stands under it. A heading over another heading has what stands under that. */
function bodiesOf(pieces: readonly Heading[]): Map<number, number[]> {
  const bodies = new Map<number, number[]>();
  let open: number[] = [];
  pieces.forEach((piece, index) => {
    if (piece.kind === 'section') {
      const last = open.at(-1);
      open = last !== undefined && (bodies.get(last) ?? []).length === 0 ? [...open, index] : [index];
      bodies.set(index, []);
    } else if (piece.kind !== 'note') {
      for (const heading of open) bodies.get(heading)?.push(index);
    }
  });
  return bodies;
}

/** How many headings stand between a heading and its text. */
function depthOf(pieces: readonly Heading[], heading: number): number {
  let depth = 0;
  while (pieces[heading + depth + 1]?.kind === 'section') depth += 1;
  return Math.min(depth, 2);
}

function sameHeading(a: Sketched | undefined, b: Sketched | undefined): boolean {
  return a !== undefined && b !== undefined && keyOf(a) === keyOf(b);
}

/** Words in common (Dice) or letters in common, whichever is more, 0 to 1. */
function agreement(a: Sketched | undefined, b: Sketched | undefined): number {
  if (!a || !b) return 0;
  if (keyOf(a) === keyOf(b)) return 1;
  const [one, two] = [codesOf(a.words), codesOf(b.words)];
  const left = [...two];
  let shared = 0;
  for (const code of one) {
    const at = left.indexOf(code);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  const words = one.length + two.length === 0 ? 0 : (2 * shared) / (one.length + two.length);
  const letters = lettersAlike(a.text, b.text);
  return Math.max(words, letters >= 0.6 ? letters : 0);
}
