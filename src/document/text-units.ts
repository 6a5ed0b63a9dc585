import { attached, proclitic, unspacedLetter } from './letters.ts';

/** What has one location in the index: a word between spaces, or one character of a script without spaces. */
export interface TextUnit {
  /** As it stands in the text, with the punctuation around it. */
  text: string;
  /** True where no space is before it. */
  isJoined: boolean;
  /** True for one character of a script without spaces. */
  isCharacter: boolean;
  /** True for a short word that is written together with the word after it, as the `l’` of `l’écueil`. */
  isProclitic: boolean;
  /** True for a character that is directly followed by another one of its run. */
  continues: boolean;
}

const unspaced = new RegExp(unspacedLetter, 'u');
const pieces = new RegExp(`${unspacedLetter}${attached}|(?:(?!${unspacedLetter}).)+`, 'gsu');

/** Whether a text has a script that writes no spaces between words. */
export function hasUnspacedScript(text: string): boolean {
  return unspaced.test(text);
}

/**
 * Cuts a text into its units. It needs no dictionary, so that the build and every browser cut alike: a character of
 * Chinese, Japanese or Thai is a unit of its own, and a word is found as the characters that follow one another.
 */
export function textUnits(text: string): TextUnit[] {
  const mayBeMixed = unspaced.test(text); // the tests of a token take time, and few texts need them
  return text.split(/\s+/).flatMap((token) => {
    if (token === '') return [];
    if (mayBeMixed && unspaced.test(token)) return unitsOfMixed(token);
    const [article = ''] = (/['’ا]/.test(token) && proclitic.exec(token)) || [];
    const rest = unit(token.slice(article.length), article !== '');
    return article === '' ? [rest] : [{ ...unit(article, false), isProclitic: true }, rest];
  });
}

/** Punctuation is part of the unit before it, and an opening bracket or quotation mark of the unit after it. */
function unitsOfMixed(token: string): TextUnit[] {
  const units: TextUnit[] = [];
  let opening = '';
  for (const [piece] of token.matchAll(pieces)) {
    const isCharacter = unspaced.test(piece);
    const last = units.at(-1);
    const punctuation = isCharacter ? '' : (/^[^\p{L}\p{N}]*/u.exec(piece)?.[0] ?? '');
    const closing = last ? punctuation.replace(/[\p{Ps}\p{Pi}].*$/u, '') : '';
    if (last && closing !== '') {
      last.text += closing;
      last.continues = false;
    }
    if (!isCharacter && punctuation === piece) {
      opening = piece.slice(closing.length);
      continue;
    }
    if (last && isCharacter && opening === '')
      last.continues = last.isCharacter && !/[\p{P}\p{S}\p{Z}]$/u.test(last.text);
    units.push({ ...unit(opening + piece.slice(closing.length), units.length > 0), isCharacter });
    opening = '';
  }
  const last = units.at(-1);
  if (last) last.text += opening;
  return units;
}

function unit(text: string, isJoined: boolean): TextUnit {
  return { text, isJoined, isCharacter: false, isProclitic: false, continues: false };
}
