import type { Block } from '../../document/block.ts';
import { wordsOf } from '../match/fingerprint.ts';
import { longestIncreasingSubsequence } from '../match/increasing-subsequence.ts';

/**
 * Pairs the blocks of a translation with those of its original that have the same kind and the same place between blocks
 * whose pairs are known. Words of two languages cannot be compared, so that of several candidates the one is taken
 * whose length fits best; code that is equal is the same code. Nothing is paired across a known pair.
 * @param known from the translation to the original, by index
 * @returns the new pairs only
 */
export function pairWithOriginal(
  original: readonly Block[],
  translation: readonly Block[],
  known: ReadonlyMap<number, number>,
): Map<number, number> {
  const found = new Map<number, number>();
  const isTaken = new Set(known.values());
  const ratio = lengthRatio(original, translation, known);
  const fences = [...inOrder(known), [translation.length, original.length] as const];
  let [firstTranslated, firstOriginal] = [0, 0];
  for (const [translated, one] of fences) {
    const ofTranslation = indices(firstTranslated, translated).filter((index) => !known.has(index));
    const ofOriginal = indices(firstOriginal, one).filter((index) => !isTaken.has(index));
    pairGap(ofTranslation, ofOriginal);
    [firstTranslated, firstOriginal] = [translated + 1, one + 1];
  }
  return found;

  /** The pairs of one gap with the highest sum of scores that keep the order of both texts. */
  function pairGap(rows: readonly number[], columns: readonly number[]): void {
    if (rows.length === 0 || columns.length === 0) return;
    const width = columns.length + 1;
    const best = new Float64Array((rows.length + 1) * width);
    const at = (row: number, column: number) => best[row * width + column] ?? 0;
    const score = (row: number, column: number) =>
      scoreOf(original[columns[column] ?? -1], translation[rows[row] ?? -1], ratio);
    for (let row = rows.length - 1; row >= 0; row -= 1)
      for (let column = columns.length - 1; column >= 0; column -= 1) {
        const fit = score(row, column);
        const together = fit > 0 ? fit + at(row + 1, column + 1) : 0;
        best[row * width + column] = Math.max(together, at(row + 1, column), at(row, column + 1));
      }
    let [row, column] = [0, 0];
    while (row < rows.length && column < columns.length) {
      const fit = score(row, column);
      if (fit > 0 && at(row, column) === fit + at(row + 1, column + 1)) {
        found.set(rows[row] ?? -1, columns[column] ?? -1);
        row += 1;
        column += 1;
      } else if (at(row, column) === at(row + 1, column)) row += 1;
      else column += 1;
    }
  }
}

/** Share of the expected length below which a longer paragraph is no translation. Set by judgement. */
const leastLengthShare = 0.25;

/** Letters below which a length says nothing. */
const shortText = 40;

/** How well two blocks fit, above 0 for those that may be a pair. A heading holds a section together, so it counts more. */
function scoreOf(original: Block | undefined, translation: Block | undefined, ratio: number): number {
  if (!original || !translation || original.kind !== translation.kind) return 0;
  // an id that an author chose belongs to what has it
  if (translation.own !== null) return 0;
  if (original.kind === 'code' && original.text === translation.text) return 4;
  const [expected, length] = [lengthOf(original) * ratio, lengthOf(translation)];
  const share = Math.min(expected, length) / Math.max(expected, length);
  if (original.kind === 'section') return 3 + share / 2;
  const isLong = Math.max(expected, length) > shortText;
  return isLong && original.kind === 'paragraph' && share < leastLengthShare ? 0 : 1 + share;
}

/** How many letters of the translation are one of the original: a third in Chinese, more in German. */
function lengthRatio(
  original: readonly Block[],
  translation: readonly Block[],
  known: ReadonlyMap<number, number>,
): number {
  const isText = ({ kind }: Block) => kind === 'paragraph' || kind === 'list' || kind === 'quote';
  const pairs = [...known].flatMap(([translated, one]) => {
    const [here, there] = [translation[translated], original[one]];
    return here && there && isText(here) ? [{ here, there }] : [];
  });
  const sum = (blocks: readonly Block[]) => blocks.reduce((all, block) => all + lengthOf(block), 0);
  if (pairs.length >= 3)
    return sum(pairs.map(({ here }) => here)) / Math.max(1, sum(pairs.map(({ there }) => there)));
  return Math.max(1, sum(translation.filter(isText))) / Math.max(1, sum(original.filter(isText)));
}

function lengthOf({ text }: Block): number {
  return Math.max(1, wordsOf(text).join('').length);
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** The longest row of known pairs that has the same order in both texts. */
function inOrder(known: ReadonlyMap<number, number>): (readonly [number, number])[] {
  const sorted = [...known].sort(([a], [b]) => a - b);
  return longestIncreasingSubsequence(sorted.map(([, one]) => one)).map((index) => sorted[index] ?? [-1, -1]);
}
