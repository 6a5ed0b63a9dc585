import type { SourceContent } from './content.ts';
import type { Remarks } from './report.ts';

/**
 * Words of which the page shows fewer than were written, and on none of whose lines the report says something.
 * @param shown how often the page has each word
 */
export function lostWords(
  written: SourceContent['words'],
  shown: ReadonlyMap<string, number>,
  named: Remarks,
): SourceContent['words'] {
  const left = new Map(shown);
  const linesOf = new Map<string, number[]>();
  for (const { word, line } of written) {
    left.set(word, (left.get(word) ?? 0) - 1);
    linesOf.set(word, [...(linesOf.get(word) ?? []), line]);
  }
  return written.filter(({ word }) => {
    const missing = left.get(word) ?? 0;
    if (missing >= 0) return false;
    left.set(word, missing + 1);
    return !linesOf.get(word)?.some((line) => named.has(line));
  });
}

/** How many pictures the page lacks that the report does not name. */
export function lostPictures(written: SourceContent['pictures'], shown: number, named: Remarks): number {
  const missing = written.length - shown;
  return Math.max(0, missing - written.filter(({ line }) => named.has(line)).length);
}
