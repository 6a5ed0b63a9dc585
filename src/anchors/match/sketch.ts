import { distance } from 'fastest-levenshtein';
import { hash, wordsOf } from './fingerprint.ts';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The value of each digit, by its ASCII code. */
const values = new Int32Array(128);
[...digits].forEach((digit, value) => {
  values[digit.charCodeAt(0)] = value;
});

/** How many words a sketch has at most: the first ones of a longer block. */
const wordLimit = 600;

/** How many characters of a block the ledger shows to people. */
const openingLength = 72;

/**
 * The fingerprint of a text: twelve bits of each word's hash, in order, two characters a word. Equal texts have equal
 * sketches; edited texts can still be compared word by word, which a hash of the whole would not allow.
 */
export function sketchOf(text: string): string {
  return wordsOf(text)
    .slice(0, wordLimit)
    .map((word) => {
      const code = hash(word) & 4095;
      return `${digits[code >> 6]}${digits[code & 63]}`;
    })
    .join('');
}

/** The codes in a sketch, one for each word, 0 to 4095. */
export function codesOf(sketch: string): number[] {
  const codes: number[] = [];
  for (let at = 0; at + 1 < sketch.length; at += 2)
    codes.push((values[sketch.charCodeAt(at)] ?? 0) * 64 + (values[sketch.charCodeAt(at + 1)] ?? 0));
  return codes;
}

/** The beginning of a text on one line, by which a person recognises it. */
export function openingOf(text: string): string {
  const line = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= openingLength) return line;
  const cut = line.slice(0, openingLength);
  const space = cut.lastIndexOf(' ');
  return `${(space > openingLength / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A text as it is compared: from the ledger for a previous one, computed for a current one. */
export interface Sketched {
  sketch: string;
  /** How the text begins. */
  text: string;
}

/** True for texts with the same words in the same order. */
export function sameWords(a: Sketched, b: Sketched): boolean {
  return comparisonKey(a) === comparisonKey(b);
}

/** Equal for equal texts. Different short texts can have the same codes by chance, so their words count as well. */
export function comparisonKey(block: Sketched): string {
  if (block.sketch.length >= 8) return block.sketch;
  const key = keys.get(block) ?? `${block.sketch} ${wordsOf(block.text).join(' ')}`;
  keys.set(block, key);
  return key;
}

/** Keys of short texts, which are asked for again and again where many headings are alike. */
const keys = new WeakMap<Sketched, string>();

/** How much each word says about a text: a word that is in every block says nothing, a rare one much. */
export interface Weights {
  of(code: number): number;
}

/**
 * The natural logarithm of (blocks + 1) / (blocks that have the word), at least 0.1.
 * @param sides the previous texts and the current ones; a word counts on the side where it is more frequent
 */
export function weightsOf(...sides: (readonly (readonly number[])[])[]): Weights {
  const most = Math.max(1, ...sides.map((side) => side.length));
  const common = new Float64Array(4096);
  for (const side of sides) {
    const count = new Float64Array(4096);
    const seen = new Int32Array(4096).fill(-1);
    side.forEach((codes, index) => {
      for (const code of codes) {
        if (seen[code] === index) continue;
        seen[code] = index;
        count[code] = (count[code] ?? 0) + 1;
      }
    });
    count.forEach((value, code) => {
      common[code] = Math.max(common[code] ?? 0, value);
    });
  }
  const weights = common.map((count) => Math.max(0.1, Math.log((most + 1) / Math.max(1, count))));
  return { of: (code) => weights[code] ?? 0.1 };
}

/** The words of a text, each with its count, and their weight. */
export interface Bag {
  counts: Map<number, number>;
  weight: number;
}

export function bagOf(codes: readonly number[], weights: Weights): Bag {
  const counts = new Map<number, number>();
  let weight = 0;
  for (const code of codes) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    weight += weights.of(code);
  }
  return { counts, weight };
}

/** The weight of the words that two texts share. */
export function sharedWeight(a: Bag, b: Bag, weights: Weights): number {
  const [few, many] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [code, count] of few.counts) {
    const other = many.counts.get(code);
    if (other !== undefined) shared += Math.min(count, other) * weights.of(code);
  }
  return shared;
}

/** Twice the weight that two texts share, of the weight of both (Dice), 0 to 1; 1 for two texts without words. */
export function bagSimilarity(a: Bag, b: Bag, weights: Weights): number {
  const all = a.weight + b.weight;
  return all === 0 ? 1 : (2 * sharedWeight(a, b, weights)) / all;
}

/**
 * For texts so short that the ledger has all of their letters: 1 minus the edit distance as a share of the longer
 * text. 0 for longer ones.
 */
export function letterSimilarity(a: string, b: string): number {
  if (a.endsWith('…') || b.endsWith('…')) return 0;
  const [one, two] = [wordsOf(a).join(' '), wordsOf(b).join(' ')];
  const longest = Math.max(one.length, two.length);
  return longest === 0 ? 0 : 1 - distance(one, two) / longest;
}
