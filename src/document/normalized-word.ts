import { accents, compatible, spelledOut } from './letters.ts';

/**
 * The form in which a word is looked up, whatever it looks like on the page: small letters, no accents, no
 * possessive, nothing but letters and figures. `Web3’s` and `web3` are one, as are `fine-tuning` and `finetuning`,
 * `Straße` and `strasse`. A sign stays where the word would be another without it: `C++`, `2.0`.
 */
export function plainWord(word: string): string {
  const lower = withoutAccents(word)
    .toLowerCase()
    .replace(/['’]s$/, '');
  if (/^[a-z]+$/.test(lower)) return lower;
  const letters = lower
    .replaceAll(/[ßœæøłđðþı]/g, (letter) => spelledOut[letter] ?? letter)
    .replaceAll(/(?<=\p{Nd})[.,'’](?=\p{Nd}{3}(?!\p{Nd}))/gu, '') // thousands
    .replaceAll(/(?<=\p{Nd})[.,٫](?=\p{Nd})/gu, '.')
    .replaceAll(/[^\p{L}\p{N}\p{M}.+#]|(?<!\p{Nd})\.|\.(?!\p{Nd})/gu, '');
  return (/^\p{L}{1,2}[+#]{1,2}$/u.test(letters) ? letters : letters.replaceAll(/[+#]/g, '')).normalize(
    'NFC',
  );
}

/** The words of a text in order, plain. A hyphen or dash ends a word only where `parts` is true. */
export function plainWords(text: string, parts: boolean): string[] {
  return text
    .split(parts ? /[\s\p{Pd}/]+/u : /[\s—/]+/u)
    .map(plainWord)
    .filter((word) => word !== '');
}

/**
 * A plain word as the index has it. Its engine drops everything but letters, so that marks and signs that make
 * another word stand as letters of a script that no such word has.
 */
export function indexedWord(plain: string): string {
  return plain.replaceAll(/[\p{M}.+#]/gu, (sign) =>
    String.fromCodePoint(0xa000 + ((sign.codePointAt(0) ?? 0) & 0x3ff)),
  );
}

/** Latin, Greek, Cyrillic, Arabic and Hebrew letters without their accents, and every letter in its usual form. */
export function withoutAccents(word: string): string {
  if (/^[ -~]*$/.test(word)) return word;
  return word
    .replaceAll(compatible, (letter) => letter.normalize('NFKC'))
    .normalize('NFD')
    .replaceAll(accents, '$1');
}
