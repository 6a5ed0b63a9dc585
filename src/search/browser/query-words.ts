import { plainWord } from '../../document/normalized-word.ts';
import { textUnits } from '../../document/text-units.ts';
import { isStopWord } from './stop-words.ts';

/** One word of a query. */
export interface QueryWord {
  /** In lower case, without accents and punctuation, except what makes it another word. */
  normalized: string;
  /** As the reader typed it. */
  typed: string;
  /** A stop word adds to the score of a section, but no section needs to have it. */
  isStopWord: boolean;
  /** True inside a quoted phrase: the word must follow directly after the word before it. */
  continuesPhrase: boolean;
  /** True for the last word if nothing follows it: the reader may still be typing it. */
  isUnfinished: boolean;
  /** The characters of a word in a script without spaces, which is found wherever they follow one another. */
  characters: string[];
}

/**
 * Splits a query into words. Quotation marks of any kind enclose a phrase. A hyphenated word is one word here; the
 * lookup splits it if the index has only its components. A run of characters of a script without spaces is one word.
 */
export function queryWords(text: string): QueryWord[] {
  const words: QueryWord[] = [];
  for (const [index, segment] of text.split(/["＂“”„«»「」『』]/).entries()) {
    let position = 0;
    let isInRun = false;
    for (const unit of textUnits(segment)) {
      const last = words.at(-1);
      if (unit.isCharacter && isInRun && last) {
        last.characters.push(plainWord(unit.text));
        last.normalized = last.characters.join('');
        last.typed += withoutPunctuation(unit.text);
      } else {
        for (const typed of unit.text.split(/[/—]+/)) {
          const normalized = plainWord(typed);
          if (normalized === '') continue;
          words.push({
            normalized,
            typed: withoutPunctuation(typed),
            isStopWord: isStopWord(normalized) || unit.isProclitic,
            continuesPhrase: index % 2 === 1 && position > 0 && words.length > 0,
            isUnfinished: false,
            characters: unit.isCharacter ? [normalized] : [],
          });
          position += 1;
        }
      }
      isInRun = unit.continues;
    }
  }
  if (words.every((word) => word.isStopWord)) for (const word of words) word.isStopWord = false;
  const last = words.at(-1);
  if (last) last.isUnfinished = /[\p{L}\p{N}\p{M}+#]$/u.test(text);
  return words;
}

function withoutPunctuation(word: string): string {
  return word.replaceAll(/^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}+#]+$/gu, '');
}
