import type { Lookup, Sighting } from './lookup.ts';

/** A section that answers a query, with what it has of it. */
export interface Ranked {
  section: string;
  score: number;
  /** Words of the query that it lacks, as they were typed; empty where it has them all. */
  missing: string[];
  /** Where it has each word that is more than slight, and how much that word tells sections apart. */
  matches: { locations: number[]; worth: number }[];
}

/** How much a word in a title is worth beside the same word in the text. */
const inTitle = 2.2;
/** The same for a keyword that the author has given. */
const inKeywords = 1;
/**
 * The worth of two neighbours of the query that stand side by side in the text, beside a word that as few
 * sections have; and, beside one of the two words, within eight words of each other.
 */
const sideBySide = 0.7;
const nearby = 0.35;
/** The worth of a word that was typed with a capital letter, as names and abbreviations are. */
const capital = 1.3;
/** BM25's saturation and length correction; sections are short and their lengths say little. */
const saturation = 1.2;
const lengthShare = 0.4;

/**
 * Sections in the order in which they answer: first those that have every word, then, if those are few, the
 * best of the others. A word counts by BM25, more in a title; words that stand together count again.
 * @param most how many at most
 */
export function rank(lookups: readonly Lookup[], most: number): { ranked: Ranked[]; complete: number } {
  const wanted = lookups.filter((one) => !one.word.slight);
  const sections = new Set(wanted.flatMap((one) => [...one.sightings.keys()]));
  const pairs = lookups.map((one, place) => pairWorth(lookups[place - 1], one));
  const known = wanted.filter((one) => one.sightings.size > 0);
  const all: Ranked[] = [];
  for (const section of sections) {
    const seen = lookups.map((one) => one.sightings.get(section));
    if (lookups.some((one, place) => one.word.bound && !touches(seen[place - 1], seen[place]))) continue;
    if (isList(seen) && !standTogether(seen.filter((_, place) => !lookups[place]?.word.slight))) continue;
    const lacking = wanted.filter((one) => !one.sightings.has(section));
    const had = known.filter((one) => one.sightings.has(section));
    all.push({
      section,
      // rare words say most of what was asked: without them the rest counts for little
      score: scoreOf(lookups, seen, pairs) * (sum(had.map(worthOf)) / sum(known.map(worthOf))) ** 2,
      missing: [...new Set(lacking.map((one) => one.word.typed))],
      matches: lookups.flatMap((one, place) => {
        const locations = seen[place]?.places.map(({ location }) => location) ?? [];
        return locations.length > 0 && !one.word.slight ? [{ locations, worth: worthOf(one) }] : [];
      }),
    });
  }
  all.sort((a, b) => b.score - a.score || (a.section < b.section ? -1 : 1));
  const complete = all.filter((one) => one.missing.length === 0);
  const rest = complete.length < 3 ? all.filter((one) => one.missing.length > 0).slice(0, 5) : [];
  return { ranked: [...complete, ...rest].slice(0, most), complete: complete.length };
}

function scoreOf(
  lookups: readonly Lookup[],
  seen: readonly (Sighting | undefined)[],
  pairs: readonly number[],
): number {
  let score = 0;
  for (const [place, one] of lookups.entries()) {
    const sighting = seen[place];
    if (!sighting) continue;
    const worth = worthOf(one);
    score += worth * weightIn(sighting, one.meanLength);
    const before = lookups[place - 1];
    if (before) {
      const gap = gapBetween(seen[place - 1], sighting);
      if (gap === 1) score += sideBySide * (pairs[place] ?? 0);
      else if (gap <= 8) score += (nearby * (worth + worthOf(before))) / 2;
    }
  }
  return score;
}

/** How much a word tells sections apart: rare words much, words of nearly all sections little. */
function worthOf(one: Lookup): number {
  const isNamed = one.word.typed.toLowerCase() !== one.word.typed;
  return (one.word.slight ? 0.1 : isNamed ? capital : 1) * rarity(one.sightings.size, one.sections);
}

/** BM25's: of `sections`, so many have it. */
function rarity(having: number, sections: number): number {
  return Math.max(Math.log(1 + (sections - having + 0.5) / (having + 0.5)), 0.05);
}

/** Two words side by side are a word of their own, which may be rare where neither of the two is. */
function pairWorth(one: Lookup | undefined, next: Lookup): number {
  if (!one) return 0;
  const having = [...next.sightings.values()].filter(
    (sighting) => gapBetween(one.sightings.get(sighting.section), sighting) === 1,
  ).length;
  return (one.word.slight || next.word.slight ? 0.1 : 1) * rarity(having, next.sections);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Pagefind gives words of the record's `h1` seven times the weight of words of its text. */
function weightIn(sighting: Sighting, meanLength: number): number {
  let often = 0;
  let title = 0;
  for (const { weight } of sighting.places) {
    if (weight > 2) title = Math.max(title, weight / 7);
    else often += weight;
  }
  const length = 1 - lengthShare + (lengthShare * sighting.length) / meanLength;
  const text = (often * (saturation + 1)) / (often + saturation * length);
  return text + inTitle * title + (sighting.fields.includes('keywords') ? inKeywords : 0);
}

/** Words of a list of references, which the index gives a quarter of the weight or, in part of a word, less. */
function isList(seen: readonly (Sighting | undefined)[]): boolean {
  const places = seen.flatMap((one) => one?.places ?? []);
  return places.length > 0 && places.every(({ weight }) => weight <= 0.25);
}

/** A list has words together only where one entry, of fifty words at most, has them; names of two do not meet in it. */
function standTogether(seen: readonly (Sighting | undefined)[]): boolean {
  return seen.every((one, place) => place === 0 || gapBetween(seen[place - 1], one) <= 50);
}

/** Words from the one to the other, in either order; infinite where a section has not both in its text. */
function gapBetween(a: Sighting | undefined, b: Sighting | undefined): number {
  let least = Number.POSITIVE_INFINITY;
  for (const one of a?.places ?? []) {
    for (const other of b?.places ?? []) {
      const gap = other.location - one.location;
      least = Math.min(least, gap > 0 ? gap : 1.5 - gap);
    }
  }
  return least;
}

/** True where the one stands directly before the other, or both are parts of one joined word. */
function touches(a: Sighting | undefined, b: Sighting | undefined): boolean {
  const after = new Set(a?.places.flatMap(({ location }) => [location, location + 1]));
  return b?.places.some(({ location }) => after.has(location)) ?? false;
}
