import { distance } from 'fastest-levenshtein';
import type { LoadFile } from './pagefind.ts';

/** Where the word list is cut: the first word of each part, by its beginning and by its end. */
export interface WordListContents {
  /** In order of the alphabet. */
  heads: string[];
  /** Words turned round, in order of the alphabet. */
  tails: string[];
}

/** The words of the site's texts, in parts, of which only those that a correction needs are fetched. */
export class WordList {
  readonly #load: LoadFile;
  #contents: Promise<WordListContents> | undefined;
  readonly #parts = new Map<string, Promise<Map<string, number>>>();

  constructor(load: LoadFile) {
    this.#load = load;
  }

  /**
   * The word of the site that a reader most likely meant, or null. One slip of the pen rarely spoils both
   * ends of a word, so the words that share its first two letters and those that share its last two are looked at.
   * @param may tells whether a word may be proposed
   */
  async nearest(word: string, may: (candidate: string) => boolean): Promise<string | null> {
    const known = await this.around(word);
    let best: string | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const [candidate, count] of known) {
      const slips = slipsBetween(word, candidate);
      if (slips === null || !may(candidate)) continue;
      const cost = slips + (candidate[0] === word[0] ? 0 : 0.5) + 0.2 / (1 + count);
      if (cost < least || (cost === least && best !== null && candidate < best)) {
        best = candidate;
        least = cost;
      }
    }
    return best;
  }

  /** Words of the site that begin or end as `word` does, with the number of sections each is in. */
  async around(word: string): Promise<Map<string, number>> {
    this.#contents ??= this.#load('words/contents.pf_words').then((bytes) =>
      JSON.parse(new TextDecoder().decode(bytes)),
    );
    this.#contents.catch(() => (this.#contents = undefined));
    const { heads, tails } = await this.#contents;
    const names = [
      ...partsFor(heads, word.slice(0, 2)).map((part) => `words/head-${part}.pf_words`),
      ...partsFor(tails, backwards(word).slice(0, 2)).map((part) => `words/tail-${part}.pf_words`),
    ];
    const parts = await Promise.all(names.map((name) => this.#part(name)));
    return new Map(parts.flatMap((part) => [...part]));
  }

  #part(name: string): Promise<Map<string, number>> {
    const loading = this.#parts.get(name) ?? this.#load(name).then(wordsOf);
    this.#parts.set(name, loading);
    loading.catch(() => this.#parts.delete(name));
    return loading;
  }
}

/** Letters in the order in which a word ends. */
export function backwards(word: string): string {
  return [...word].reverse().join('');
}

/**
 * How many slips lead from one word to the other, or null where they are too many to be the same word. Words
 * that differ in their endings too, as `irelevent` and `irrelevance` do, are compared without them.
 */
export function slipsBetween(word: string, candidate: string): number | null {
  const slips = slipsInLetters(word, candidate);
  if (slips !== null) return slips;
  const [root, other] = [rootOf(word), rootOf(candidate)];
  if (Math.min(root.length, other.length) < 6 || root === word || other === candidate) return null;
  const inRoot = skeleton(root) === skeleton(other) ? slipsInLetters(root, other) : null;
  return root === other ? 1 : inRoot && inRoot + 1;
}

/**
 * One slip from five letters on, two from nine on; a slip in vowels or in doubled letters, which writers make
 * most, is forgiven beside them from six letters on. Two neighbours in the wrong order are one slip. The first
 * letter is hardly ever the wrong one: in a word of less than eight letters it makes another word.
 */
function slipsInLetters(word: string, candidate: string): number | null {
  const length = Math.min(word.length, candidate.length);
  const swapped = isSwap(word, candidate);
  const long = Math.max(word.length, candidate.length);
  if (length < 4 || (long < 5 && !swapped) || long - length > 3 || /\d/.test(word + candidate)) return null;
  if (word[0] !== candidate[0] && length < 8 && !swapped) return null;
  const slips = swapped ? 1 : distance(word, candidate);
  const soundsAlike = length >= 6 && skeleton(word) === skeleton(candidate);
  const allowed = (length >= 9 ? 2 : 1) + (soundsAlike ? 1 : 0);
  return slips <= allowed ? slips - (soundsAlike ? 0.5 : 0) : null;
}

function isSwap(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  const first = [...word].findIndex((letter, place) => letter !== candidate[place]);
  return (
    first >= 0 &&
    word[first] === candidate[first + 1] &&
    word[first + 1] === candidate[first] &&
    word.slice(first + 2) === candidate.slice(first + 2)
  );
}

/** A word without the ending that makes it a noun, an adjective, a verb or an adverb. */
function rootOf(word: string): string {
  return word.replace(
    /(?:(?:[ae]n(?:t|c[ey])|[at]?ion|ment|ism|ist|or|er|ing|al)s?|[ae]nces|ative|ive|ity|ness|ous|[ai]bl[ey]|al?ly|i[sz]ed?|ed)$/,
    '',
  );
}

/** A word without its vowels and its doubled letters. */
function skeleton(word: string): string {
  return word.replaceAll(/(.)\1+/g, '$1').replaceAll(/(?<!^)[aeiouy]/g, '');
}

/** The parts of a sorted list that may hold words with a beginning. */
function partsFor(firsts: readonly string[], beginning: string): number[] {
  return firsts.flatMap((first, part) => {
    const next = firsts[part + 1];
    const startsInTime = first.slice(0, beginning.length) <= beginning;
    const endsInTime = next === undefined || next >= beginning;
    return (startsInTime || part === 0) && endsInTime ? [part] : [];
  });
}

/** A part holds a word a line, with the number of its sections where that is more than one. */
function wordsOf(bytes: Uint8Array): Map<string, number> {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return new Map(
    lines.map((line) => {
      const [word = '', count = '1'] = line.split(' ');
      return [word, Number(count)];
    }),
  );
}
