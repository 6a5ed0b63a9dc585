import { distance } from 'fastest-levenshtein';
import type { Comparison } from './comparison.ts';
import { hash, wordsOf } from './fingerprint.ts';
import { type SketchedBlock, thresholds } from './pairing.ts';
import { createPostings } from './postings.ts';
import { bagSimilarity, type Sketched, type Weights } from './sketch.ts';

/** How many texts are looked at that may be of the same pattern. */
const mostSiblings = 4;

/** A third text is as similar where its similarity is lower by less than this. */
const margin = 0.05;

/**
 * Finds pairs in which a text may have been replaced by another of the same form, although they are similar: their
 * frame is the same (“See …, page …”), and their subject is not. Where this is true, the author is asked.
 */
export function createDoubt(
  previousBlocks: readonly SketchedBlock[],
  currentBlocks: readonly SketchedBlock[],
  comparison: Comparison,
): (previous: number, current: number) => boolean {
  const { weights, previousBag, currentBag } = comparison;
  const texts = currentBlocks.flatMap(({ kind }, index) => (kind === 'section' ? [] : [index]));
  let postings: ReturnType<typeof createPostings> | null = null;
  return (previous, current) => {
    const [before, now] = [previousBlocks[previous], currentBlocks[current]];
    if (!before || !now) return false;
    const similarity = bagSimilarity(previousBag(previous), currentBag(current), weights);
    if (before.kind === 'code') return similarity < thresholds.similarCode;
    if (areShort(before, now)) return sharedSubject(before, now, weights) < thresholds.similarShort;
    return similarity < thresholds.ofOnePattern && hasSibling(previous, current, similarity);
  };

  /** True where another text is as similar to the previous one: all that is alike is their pattern. */
  function hasSibling(previous: number, current: number, similarity: number): boolean {
    postings ??= createPostings(texts, currentBag, weights);
    const bag = previousBag(previous);
    return postings
      .closest(bag, mostSiblings)
      .some(
        (other) => other !== current && bagSimilarity(bag, currentBag(other), weights) > similarity - margin,
      );
  }
}

/** True for texts of which the ledger has every letter. */
export function areShort(a: Sketched, b: Sketched): boolean {
  return !a.text.endsWith('…') && !b.text.endsWith('…');
}

/**
 * How much of two short texts is the same, 0 to 1: twice the words in common, of all words, where a longer and a rarer
 * word counts more; 1 where one has all words of the other. A misspelt word is the same word, another number is not.
 */
export function sharedSubject(a: Sketched, b: Sketched, weights: Weights): number {
  const [one, rest] = [wordsOf(a.text), wordsOf(b.text)];
  const weightOf = (word: string) => weights.of(hash(word) & 4095) * Math.sqrt(word.length);
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + weightOf(word), 0);
  const all = sum(one) + sum(rest);
  let [shared, found] = [0, 0];
  for (const word of one) {
    const exact = rest.indexOf(word);
    const at = exact < 0 ? rest.findIndex((other) => isMisspelt(word, other)) : exact;
    if (at < 0) continue;
    shared += weightOf(word) + weightOf(rest[at] ?? '');
    found += 1;
    rest.splice(at, 1);
  }
  const isContained = found === one.length || rest.length === 0;
  return isContained ? 1 : shared / all;
}

/** True for words that differ by a letter or two, or in their ending. */
function isMisspelt(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  if (longest < 4 || /\p{N}/u.test(a + b)) return false;
  return 1 - distance(a, b) / longest > 0.7;
}
