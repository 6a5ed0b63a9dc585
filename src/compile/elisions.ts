/** By language. What could as well begin a quotation is not here. */
const words: Readonly<Record<string, readonly string[]>> = {
  en: ['til', 'tis', 'twas', 'twere', 'twill', 'twould', 'tain', 'tisn', 'twasn', 'em', 'n'],
  de: ['s', 'n', 'ne', 'nem', 'nen', 'ner', 'nes'],
  nl: ['s', 't', 'n', 'k', 'm', 'r', 'ie'],
  af: ['n', 'k', 't'],
};

const decade = /^'\d\d(?:s\b|(?![\d'’]))/;

/**
 * Words of a language that begin with an apostrophe, without it.
 * @param language BCP 47 tag
 */
export function elisionsIn(language: string): ReadonlySet<string> {
  return new Set(words[new Intl.Locale(language).language] ?? []);
}

/**
 * Whether the straight mark at an index is an apostrophe at the beginning of a word: `'til`, `'90s`, `'n'`.
 * @param elisions of the language of the text
 */
export function isElision(text: string, at: number, elisions: ReadonlySet<string>): boolean {
  const rest = text.slice(at, at + 12);
  if (decade.test(rest)) return true;
  const word = /^'(\p{L}+)/u.exec(rest)?.[1]?.toLowerCase();
  return word !== undefined && elisions.has(word);
}
