import { plainWords } from '../../document/normalized-word.ts';
import { isStopWord } from './stop-words.ts';

/** One word of a query. */
export interface QueryWord {
  /** In lower case, without accents and punctuation. */
  normalized: string;
  /** As the reader typed it. */
  typed: string;
  /** A stop word adds to the score of a section, but no section needs to have it. */
  isStopWord: boolean;
  /** True inside a quoted phrase: the word must follow directly after the word before it. */
  continuesPhrase: boolean;
  /** True for the last word if nothing follows it: the reader may still be typing it. */
  isUnfinished: boolean;
}

/**
 * Splits a query into words. Quotation marks of any kind enclose a phrase. A hyphenated word is one word here; the
 * lookup splits it if the index has only its components.
 */
export function queryWords(text: string): QueryWord[] {
  const words: QueryWord[] = [];
  for (const [index, segment] of text.split(/["“”„«»]/).entries()) {
    for (const [position, typed] of segment.split(/[\s/—]+/).entries()) {
      const [normalized] = plainWords(typed, false);
      if (normalized === undefined) continue;
      words.push({
        normalized,
        typed: typed.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
        isStopWord: isStopWord(normalized),
        continuesPhrase: index % 2 === 1 && position > 0 && words.length > 0,
        isUnfinished: false,
      });
    }
  }
  if (words.every((word) => word.isStopWord)) for (const word of words) word.isStopWord = false;
  const last = words.at(-1);
  if (last) last.isUnfinished = /[\p{L}\p{N}]$/u.test(text);
  return words;
}
