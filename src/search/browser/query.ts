import { plainWords } from '../../document/normalized-word.ts';

/** One word of a query, as it will be looked up. */
export interface QueryWord {
  /** Plain: small letters, no accents. */
  plain: string;
  /** What the reader typed, for telling which word is meant. */
  typed: string;
  /** A word such as `the`: it may raise a section but is never missed. */
  slight: boolean;
  /** A quoted phrase holds it: the word before must stand directly before it. */
  bound: boolean;
  /** The last word, with nothing after it: perhaps not yet typed to its end. */
  open: boolean;
}

/**
 * Words that carry a sentence and say nothing of what it is about: articles, pronouns, prepositions, forms of
 * `be`, `do` and `have`, the short verbs of questions (`come`, `get`, `make`, `mean` …), and their contractions.
 * All together cost 0.4 kB.
 */
const slightWords = new Set(
  `a about after again all also am an and any anyone are arent as at be because been before being but by came can
  cannot cant come comes could did didnt do does doesnt doing dont each every for from gave get gets give gives go goes got
  had happen happens has have having he her him his how i if im in into is isnt it its just let made make makes making many may
  me mean means might mine more most much my no not of on only or other our ours over said say says shall she should so some
  someone such take takes tell than that the their them then there these they this those through to told too took until us
  very was we well went were what when where whether which while who whom whose why will with wont would you your`.split(
    /\s+/,
  ),
);

/** True for a word that says nothing of what a text is about. */
export function isSlight(plain: string): boolean {
  return slightWords.has(plain);
}

/**
 * Words of what a reader typed. Quotation marks of any kind bind words to a phrase. Words joined by a hyphen
 * stay one here: whether the text knows them as one or as several is for the index to tell.
 */
export function queryWords(text: string): QueryWord[] {
  const words: QueryWord[] = [];
  for (const [index, stretch] of text.split(/["“”„«»]/).entries()) {
    for (const [place, typed] of stretch.split(/[\s/—]+/).entries()) {
      const [plain] = plainWords(typed, false);
      if (plain === undefined) continue;
      words.push({
        plain,
        typed: typed.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
        slight: isSlight(plain),
        bound: index % 2 === 1 && place > 0 && words.length > 0,
        open: false,
      });
    }
  }
  if (words.every((word) => word.slight)) for (const word of words) word.slight = false;
  const last = words.at(-1);
  if (last) last.open = /[\p{L}\p{N}]$/u.test(text);
  return words;
}
