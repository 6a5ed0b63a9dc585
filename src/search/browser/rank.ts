import type { Lookup } from './lookup.ts';
import type { Posting } from './posting.ts';

/** A section that has words of the query. */
export interface RankedSection {
  section: string;
  score: number;
  /** Words of the query that it does not have, as typed. */
  missing: string[];
  /** The locations of each word that is not a stop word, with the word's weight. */
  matches: { locations: number[]; weight: number }[];
}

/** Score of a word in the title, relative to the same word in the text. */
const titleScore = 2.2;
/** Score of a word in the author's keywords, relative to the same word in the text. */
const keywordScore = 1;
/**
 * Scores of two words of the query that are close to each other in the text. Adjacent: relative to the weight of the
 * pair as one word. Within eight words: relative to the mean weight of the two words.
 */
const adjacentScore = 0.7;
const nearScore = 0.35;
/** Factor for words typed with a capital letter, such as names and abbreviations. */
const capitalFactor = 1.3;
/** Factor for stop words. */
const stopWordFactor = 0.1;
/** BM25's k1 and b. b is low because sections are short and their lengths vary little. */
const k1 = 1.2;
const b = 0.4;

/**
 * Ranks sections: first those that have every word; then, if they are fewer than three, the best five of the others.
 * A word scores by BM25 and more in a title; words that are close to each other score again.
 * @param maxResults maximum number of sections
 * @returns the ranked sections, and the number of all sections that have every word
 */
export function rank(
  lookups: readonly Lookup[],
  maxResults: number,
): { ranked: RankedSection[]; completeCount: number } {
  const terms = lookups.filter(({ word }) => !word.isStopWord);
  const sections = new Set(terms.flatMap(({ postings }) => [...postings.keys()]));
  const pairWeights = lookups.map((lookup, index) => pairWeight(lookups[index - 1], lookup));
  const knownTerms = terms.filter(({ postings }) => postings.size > 0);
  const all: RankedSection[] = [];
  for (const section of sections) {
    const postings = lookups.map((lookup) => lookup.postings.get(section));
    if (!hasPhrases(lookups, postings)) continue;
    const termPostings = postings.filter((_, index) => !lookups[index]?.word.isStopWord);
    if (isInList(postings) && !isInOneEntry(termPostings)) continue;
    const missing = terms.filter((term) => !term.postings.has(section));
    const matched = knownTerms.filter((term) => term.postings.has(section));
    all.push({
      section,
      // squared, because the rare words of a query say most of what it is about
      score:
        scoreOf(lookups, postings, pairWeights) * (sumOfWeights(matched) / sumOfWeights(knownTerms)) ** 2,
      missing: [...new Set(missing.map(({ word }) => word.typed))],
      matches: lookups.flatMap((lookup, index) => {
        const locations =
          postings[index]?.positions.flatMap(({ location, span }) =>
            Array.from({ length: span }, (_, offset) => location + offset),
          ) ?? [];
        return locations.length > 0 && !lookup.word.isStopWord
          ? [{ locations, weight: wordWeight(lookup) }]
          : [];
      }),
    });
  }
  all.sort((one, other) => other.score - one.score); // stable: equal scores keep the order of the engine
  const complete = all.filter(({ missing }) => missing.length === 0);
  const partial = complete.length < 3 ? all.filter(({ missing }) => missing.length > 0).slice(0, 5) : [];
  return { ranked: [...complete, ...partial].slice(0, maxResults), completeCount: complete.length };
}

/** The postings of one section, one for each lookup; undefined if the section does not have the word. */
type SectionPostings = readonly (Posting | undefined)[];

function scoreOf(
  lookups: readonly Lookup[],
  postings: SectionPostings,
  pairWeights: readonly number[],
): number {
  let score = 0;
  for (const [index, lookup] of lookups.entries()) {
    const posting = postings[index];
    if (!posting) continue;
    const weight = wordWeight(lookup);
    score += weight * frequencyScore(posting, lookup.meanLength);
    const previous = lookups[index - 1];
    if (previous) {
      const distance = wordDistance(postings[index - 1], posting);
      if (distance === 1) score += adjacentScore * (pairWeights[index] ?? 0);
      else if (distance <= 8) score += (nearScore * (weight + wordWeight(previous))) / 2;
    }
  }
  return score;
}

/** Returns a high weight for rare words, and a low one for words that most sections have. */
function wordWeight({ word, postings, sectionCount }: Lookup): number {
  const hasCapital = word.typed.toLowerCase() !== word.typed;
  const factor = word.isStopWord ? stopWordFactor : hasCapital ? capitalFactor : 1;
  return factor * inverseFrequency(postings.size, sectionCount);
}

function sumOfWeights(lookups: readonly Lookup[]): number {
  return lookups.reduce((sum, lookup) => sum + wordWeight(lookup), 0);
}

/** BM25's inverse document frequency, with a minimum. */
function inverseFrequency(matches: number, sectionCount: number): number {
  return Math.max(Math.log(1 + (sectionCount - matches + 0.5) / (matches + 0.5)), 0.05);
}

/** Weighs two adjacent words as one word, which may be rare even if neither of the two is. */
function pairWeight(lookup: Lookup | undefined, next: Lookup): number {
  if (!lookup) return 0;
  const matches = [...next.postings.values()].filter(
    (posting) => wordDistance(lookup.postings.get(posting.section), posting) === 1,
  ).length;
  const factor = lookup.word.isStopWord || next.word.isStopWord ? stopWordFactor : 1;
  return factor * inverseFrequency(matches, next.sectionCount);
}

/** BM25's term frequency, plus the scores of title and keywords. Pagefind weighs the record's `h1` seven times. */
function frequencyScore(posting: Posting, meanLength: number): number {
  let frequency = 0;
  let title = 0;
  for (const { weight } of posting.positions) {
    if (weight > 2) title = Math.max(title, weight / 7);
    else frequency += weight;
  }
  const length = 1 - b + (b * posting.length) / meanLength;
  const text = (frequency * (k1 + 1)) / (frequency + k1 * length);
  return text + titleScore * title + (posting.fields.includes('keywords') ? keywordScore : 0);
}

/** Returns whether all words are in a list of references, which the index gives a weight of 0.25 or less. */
function isInList(postings: SectionPostings): boolean {
  const positions = postings.flatMap((posting) => posting?.positions ?? []);
  return positions.length > 0 && positions.every(({ weight }) => weight <= 0.25);
}

/** Returns whether the words can be of one entry of a list, which has fifty words at most. */
function isInOneEntry(postings: SectionPostings): boolean {
  return postings.every((posting, index) => index === 0 || wordDistance(postings[index - 1], posting) <= 50);
}

/** Returns the smallest distance in words, in either order; infinite if the text does not have both. */
function wordDistance(first: Posting | undefined, second: Posting | undefined): number {
  let least = Number.POSITIVE_INFINITY;
  for (const one of first?.positions ?? []) {
    for (const other of second?.positions ?? []) {
      const distance =
        other.location - one.location - (other.location > one.location ? one.span - 1 : 1 - other.span);
      least = Math.min(least, distance > 0 ? distance : 1.5 - distance); // the reverse order counts as farther
    }
  }
  return least;
}

function hasPhrases(lookups: readonly Lookup[], postings: SectionPostings): boolean {
  return lookups.every(
    ({ word }, index) => !word.continuesPhrase || isDirectlyBefore(postings[index - 1], postings[index]),
  );
}

/** Returns whether one word is directly before the other, or both are components of one joined word. */
function isDirectlyBefore(first: Posting | undefined, second: Posting | undefined): boolean {
  const locations = new Set(
    first?.positions.flatMap(({ location, span }) => [location + span - 1, location + span]),
  );
  return second?.positions.some(({ location }) => locations.has(location)) ?? false;
}
