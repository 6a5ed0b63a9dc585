import { indexedWord } from '../../document/normalized-word.ts';
import { characterPostings, longestRuns } from './character-run.ts';
import type { Hit, PagefindIndex, WordHits } from './pagefind-index.ts';
import type { Posting } from './posting.ts';
import { type QueryWord, queryWords } from './query-words.ts';
import { letterVariants, spellingVariants } from './spelling-variants.ts';
import { isStopWord } from './stop-words.ts';
import type { WordList } from './word-list.ts';

/** What the index has for one word of the query. */
export interface Lookup {
  word: QueryWord;
  /** The word that was looked up instead; null if the typed word was. */
  correction: string | null;
  /** By section; empty if no section has the word or a similar one. */
  postings: Map<string, Posting>;
  /** True if no section has the word itself, only longer words with this prefix. */
  isPrefixMatch: boolean;
  /** Number of sections in the index, and their mean length in words. */
  sectionCount: number;
  meanLength: number;
}

export interface Sources {
  index: PagefindIndex;
  wordList: WordList;
  /** Names and values that a section must have. */
  filters: Record<string, string>;
}

/**
 * Looks up every word of a query. A word that no section has is joined with its neighbour or split into two words, if
 * the index has the result; otherwise it is corrected to the most similar word of the site.
 * @param literal true to correct nothing
 */
export async function lookUp(text: string, literal: boolean, sources: Sources): Promise<Lookup[]> {
  const words = queryWords(text);
  const lookups = await Promise.all(
    // stop words have the largest postings and hardly change the ranking; only a phrase needs them
    words.map((word, index) =>
      word.isStopWord && !word.continuesPhrase && !words[index + 1]?.continuesPhrase
        ? emptyLookup(word)
        : lookUpWord(word, sources),
    ),
  );
  const joined = await joinNeighbours(lookups, sources);
  const resolved = await Promise.all(
    joined.map(async (lookup) => {
      if (lookup.postings.size > 0 || lookup.word.isStopWord) return [lookup];
      if (lookup.word.characters.length > 0) return literal ? [lookup] : splitRun(lookup, sources);
      const components = await splitWord(lookup.word, literal, sources);
      return components ?? [literal ? lookup : await correct(lookup, sources)];
    }),
  );
  return dropWeakCorrections(resolved.flat());
}

/** Drops the corrections if most words are unknown: such a correction is no evidence for a section. */
function dropWeakCorrections(lookups: Lookup[]): Lookup[] {
  const terms = lookups.filter(({ word }) => !word.isStopWord);
  const corrections = terms.filter(({ correction }) => correction !== null).length;
  const unknown = terms.filter(({ postings }) => postings.size === 0).length;
  if (corrections + unknown < terms.length || unknown <= corrections) return lookups;
  return lookups.map((one) => (one.correction === null ? one : { ...one, ...noPostings }));
}

function emptyLookup(word: QueryWord): Lookup {
  return { ...noPostings, word, sectionCount: 0, meanLength: 1 };
}

const noPostings = { correction: null, postings: new Map<string, Posting>(), isPrefixMatch: false };

/** Looks up a word in all its spellings. If no section has it, looks up longer words with this prefix. */
async function lookUpWord(word: QueryWord, { index, filters }: Sources): Promise<Lookup> {
  if (word.characters.length > 0) {
    const found = await characterPostings(word.characters, (one) => index.find(one, filters));
    return { ...found, word, correction: null, isPrefixMatch: false };
  }
  // too many words begin with one letter: the results would be useless, and the engine takes 0.1 s for them
  if (
    /^\p{L}$/u.test(word.normalized) &&
    !/\p{Lu}/u.test(word.typed) &&
    !word.continuesPhrase &&
    !word.isStopWord
  )
    return emptyLookup(word);
  const normalized = indexedWord(word.normalized);
  const spellings = [normalized, ...spellingVariants(normalized)];
  const find = (spellings: readonly string[]) =>
    Promise.all(spellings.map((one) => index.find(one, filters)));
  const [own, ...variants] = await find(spellings);
  const postings = new Map<string, Posting>();
  if (!own) throw new Error('A word has at least one spelling');
  for (const hits of [own, ...variants]) addPostings(postings, hits, (stem) => (stem === hits.stem ? 1 : 0));
  if (postings.size === 0)
    for (const hits of await find(letterVariants(word.typed)))
      addPostings(postings, hits, (stem) => (stem === hits.stem ? 1 : 0));
  const isPrefixMatch = postings.size === 0 && normalized.length >= (word.isUnfinished ? 2 : 3);
  if (isPrefixMatch)
    addPostings(postings, own, (stem) =>
      stem.startsWith(normalized) ? (0.7 * normalized.length) / stem.length : 0,
    );
  const { sectionCount, meanLength } = own;
  return { word, correction: null, postings, isPrefixMatch, sectionCount, meanLength };
}

/** @param factor for the weight of positions with a stem; 0 excludes them */
function addPostings(
  postings: Map<string, Posting>,
  { hits }: WordHits,
  factor: (stem: string) => number,
): void {
  for (const hit of hits) {
    const positions = hit.positions
      .map(({ location, weight, stem }) => ({ location, span: 1, weight: weight * factor(stem) }))
      .filter(({ weight }) => weight > 0);
    const fields = matchingFields(hit, factor);
    if (positions.length === 0 && fields.length === 0) continue;
    const previous = postings.get(hit.section);
    postings.set(hit.section, {
      section: hit.section,
      length: hit.length,
      positions: [...(previous?.positions ?? []), ...positions].sort((a, b) => a.location - b.location),
      fields: [...new Set([...(previous?.fields ?? []), ...fields])],
    });
  }
}

function matchingFields(hit: Hit, factor: (stem: string) => number): string[] {
  return [...hit.fields].flatMap(([name, stems]) => (stems.some((stem) => factor(stem) > 0) ? [name] : []));
}

/** Looks up `data bricks` as `databricks` if one of the two is not a whole word of the site. */
async function joinNeighbours(lookups: Lookup[], sources: Sources): Promise<Lookup[]> {
  const result: Lookup[] = [];
  for (let index = 0; index < lookups.length; index += 1) {
    const [one, next] = [lookups[index], lookups[index + 1]];
    if (!one) continue;
    const isRun = [one, next].some((lookup) => lookup && lookup.word.characters.length > 0);
    if (next && !isRun && (isUnknown(one) || isUnknown(next))) {
      const joined = await lookUpWord(
        {
          ...next.word,
          normalized: one.word.normalized + next.word.normalized,
          typed: `${one.word.typed} ${next.word.typed}`,
          isStopWord: false,
          isUnfinished: false,
          characters: [],
        },
        sources,
      );
      if (joined.postings.size > 0 && !joined.isPrefixMatch) {
        result.push(joined);
        index += 1;
        continue;
      }
    }
    result.push(one);
  }
  return result;
}

function isUnknown({ word, postings, isPrefixMatch }: Lookup): boolean {
  return !word.isStopWord && (isPrefixMatch || postings.size === 0);
}

/**
 * Looks up `wave-theory` and `datasets` as two words if the index has both. The components of a hyphenated word may
 * be misspelt.
 * @returns null if the index does not have both
 */
async function splitWord(word: QueryWord, literal: boolean, sources: Sources): Promise<Lookup[] | null> {
  const components = queryWords(word.typed.replaceAll(/\p{Pd}/gu, ' '));
  const isHyphenated = components.length > 1;
  const splits = isHyphenated
    ? [components.map(({ normalized, typed }) => ({ normalized, typed }))]
    : (await knownSplits(word.normalized, sources)).map((split) =>
        split.map((normalized) => ({ normalized, typed: word.typed })),
      );
  for (const split of splits) {
    const lookups = await Promise.all(
      split.map(async (component, index) => {
        const continuesPhrase = word.continuesPhrase && index === 0;
        const one = await lookUpWord(
          { ...word, ...component, isUnfinished: false, continuesPhrase },
          sources,
        );
        return one.postings.size === 0 && isHyphenated && !literal ? correct(one, sources) : one;
      }),
    );
    if (lookups.some(({ postings }) => postings.size === 0)) continue;
    const corrected = lookups.map((one) => one.correction ?? one.word.normalized);
    const joined = await lookUpWord(
      { ...word, normalized: corrected.join(''), isUnfinished: false },
      sources,
    );
    return joined.postings.size > 0 && !joined.isPrefixMatch
      ? [{ ...joined, word, correction: corrected.join('-') }]
      : lookups;
  }
  return null;
}

/** Looks up the longest parts of a run that a section has: a reader may type words one after the other. */
async function splitRun(lookup: Lookup, { index, filters }: Sources): Promise<Lookup[]> {
  const { word } = lookup;
  const runs = await longestRuns(word.characters, (one) => index.find(one, filters));
  if (runs.length === 0) return [lookup];
  return runs.map(({ characters, ...found }) => {
    const part = characters.join('');
    return {
      ...found,
      word: { ...word, characters, normalized: part, typed: part },
      correction: null,
      isPrefixMatch: false,
    };
  });
}

/** Returns the ways to split a word into two words of the site. */
async function knownSplits(word: string, { wordList }: Sources): Promise<string[][]> {
  if (word.length < 7) return [];
  const known = await wordList.similar(word);
  const splits: string[][] = [];
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)];
    if (known.has(head) && known.has(tail)) splits.push([head, tail]);
  }
  return splits;
}

/** Looks up the most similar word of the site instead. Returns the lookup unchanged if there is none. */
async function correct(lookup: Lookup, sources: Sources): Promise<Lookup> {
  const { word } = lookup;
  const correction = await sources.wordList.nearest(word.normalized, (candidate) => !isStopWord(candidate));
  if (correction === null) return lookup;
  const corrected = await lookUpWord({ ...word, normalized: correction, isUnfinished: false }, sources);
  return corrected.postings.size > 0 ? { ...corrected, word, correction } : lookup;
}
