import type { WordList } from './corrections.ts';
import type { Hit, PagefindIndex, WordHits } from './pagefind.ts';
import { isSlight, type QueryWord, queryWords } from './query.ts';
import { otherSpellings } from './spellings.ts';

/** A section that has a word of the query. */
export interface Sighting {
  section: string;
  /** Words in the section. */
  length: number;
  places: { location: number; weight: number }[];
  /** Fields beside the text that have it. */
  fields: string[];
}

/** What the index has for one word of the query. */
export interface Lookup {
  word: QueryWord;
  /** The word that was looked up in place of one that no text has. */
  instead: string | null;
  /** Empty where no text has the word or anything near it. */
  sightings: Map<string, Sighting>;
  /** True where no text has the word itself, only longer words that begin with it. */
  begun: boolean;
  sections: number;
  meanLength: number;
}

/** Where to look, and what a section must have beside the words. */
export interface Sources {
  index: PagefindIndex;
  words: WordList;
  filters: Record<string, string>;
}

/**
 * Looks every word of a query up. A word that no text has is taken apart or joined with its neighbour, if that
 * gives words that stand in the texts, or else read as a misspelling of the nearest one.
 * @param literal true where the reader has asked for the words just as they are
 */
export async function lookUp(text: string, literal: boolean, sources: Sources): Promise<Lookup[]> {
  const asked = queryWords(text);
  const found = await Promise.all(
    // what stands in every other section tells nothing, and is the largest part of a large index
    asked.map((word, place) =>
      word.slight && !word.bound && !asked[place + 1]?.bound ? unasked(word) : plainly(word, sources),
    ),
  );
  const joined = await joinNeighbours(found, sources);
  const all = await Promise.all(
    joined.map(async (one) => {
      if (one.sightings.size > 0 || one.word.slight) return [one];
      const parts = await takenApart(one.word, literal, sources);
      return parts ?? [literal ? one : await corrected(one, sources)];
    }),
  );
  return withoutLoneGuesses(all.flat());
}

/** Among more words that no text has, a correction is no evidence that the text is about what was asked. */
function withoutLoneGuesses(lookups: Lookup[]): Lookup[] {
  const told = lookups.filter((one) => !one.word.slight);
  const guesses = told.filter((one) => one.instead !== null).length;
  const lost = told.filter((one) => one.sightings.size === 0).length;
  if (guesses + lost < told.length || lost <= guesses) return lookups;
  return lookups.map((one) => (one.instead === null ? one : { ...one, ...nothing }));
}

function unasked(word: QueryWord): Lookup {
  return { ...nothing, word, sections: 0, meanLength: 1 };
}

const nothing = { instead: null, sightings: new Map<string, Sighting>(), begun: false };

/** The word in every form that is the same word, or else the longer words that begin with it. */
async function plainly(word: QueryWord, { index, filters }: Sources): Promise<Lookup> {
  // half the language begins with a letter: nobody is helped, and the engine would work for a tenth of a second
  if (/^\p{L}$/u.test(word.plain)) return { ...nothing, word, sections: 0, meanLength: 1 };
  const forms = [word.plain, ...otherSpellings(word.plain)];
  const [own, ...others] = await Promise.all(forms.map((form) => index.find(form, filters)));
  const sightings = new Map<string, Sighting>();
  if (!own) throw new Error('A word has at least one form');
  for (const hits of [own, ...others]) see(sightings, hits, (stem) => (stem === hits.stem ? 1 : 0));
  const begun = sightings.size === 0 && word.plain.length >= (word.open ? 2 : 3);
  if (begun)
    see(sightings, own, (stem) =>
      stem.startsWith(word.plain) ? (0.7 * word.plain.length) / stem.length : 0,
    );
  const { sections, meanLength } = own;
  return { word, instead: null, sightings, begun, sections, meanLength };
}

function see(into: Map<string, Sighting>, hits: WordHits, share: (stem: string) => number): void {
  for (const hit of hits.hits) {
    const places = hit.places
      .map(({ location, weight, stem }) => ({ location, weight: weight * share(stem) }))
      .filter(({ weight }) => weight > 0);
    const fields = fieldsOf(hit, share);
    if (places.length === 0 && fields.length === 0) continue;
    const before = into.get(hit.section);
    into.set(hit.section, {
      section: hit.section,
      length: hit.length,
      places: [...(before?.places ?? []), ...places].sort((a, b) => a.location - b.location),
      fields: [...new Set([...(before?.fields ?? []), ...fields])],
    });
  }
}

function fieldsOf(hit: Hit, share: (stem: string) => number): string[] {
  return [...hit.fields].flatMap(([name, stems]) => (stems.some((stem) => share(stem) > 0) ? [name] : []));
}

/** `data bricks` is looked up as `databricks` where one of the two is no whole word of the texts. */
async function joinNeighbours(found: Lookup[], sources: Sources): Promise<Lookup[]> {
  const made: Lookup[] = [];
  for (let place = 0; place < found.length; place += 1) {
    const [one, next] = [found[place], found[place + 1]];
    if (!one) continue;
    if (next && [one, next].some(isNoWord)) {
      const word = { ...next.word, plain: one.word.plain + next.word.plain, slight: false };
      word.typed = `${one.word.typed} ${next.word.typed}`;
      const together = await plainly({ ...word, open: false }, sources);
      if (together.sightings.size > 0 && !together.begun) {
        made.push(together);
        place += 1;
        continue;
      }
    }
    made.push(one);
  }
  return made;
}

function isNoWord(one: Lookup): boolean {
  return !one.word.slight && (one.begun || one.sightings.size === 0);
}

/**
 * `wave-theory` and `datasets` are looked up as two words, where the texts have both; a part that the writer
 * has set off by a hyphen may be misspelt.
 */
async function takenApart(word: QueryWord, literal: boolean, sources: Sources): Promise<Lookup[] | null> {
  const parts = queryWords(word.typed.replaceAll(/\p{Pd}/gu, ' '));
  const isHyphened = parts.length > 1;
  const pairs = isHyphened
    ? [parts.map(({ plain, typed }) => ({ plain, typed }))]
    : (await halves(word.plain, sources)).map((pair) => pair.map((plain) => ({ plain, typed: word.typed })));
  for (const pair of pairs) {
    const found = await Promise.all(
      pair.map(async (part, place) => {
        const one = await plainly(
          { ...word, ...part, open: false, bound: word.bound && place === 0 },
          sources,
        );
        return one.sightings.size === 0 && isHyphened && !literal ? corrected(one, sources) : one;
      }),
    );
    if (found.some((one) => one.sightings.size === 0)) continue;
    const mended = found.map((one) => one.instead ?? one.word.plain);
    const whole = await plainly({ ...word, plain: mended.join(''), open: false }, sources);
    return whole.sightings.size > 0 && !whole.begun ? [{ ...whole, word, instead: mended.join('-') }] : found;
  }
  return null;
}

async function halves(word: string, { words }: Sources): Promise<string[][]> {
  if (word.length < 7) return [];
  const known = await words.around(word);
  const pairs: string[][] = [];
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)];
    if (known.has(head) && known.has(tail)) pairs.push([head, tail]);
  }
  return pairs;
}

/** The same, with the nearest word of the texts in its place, or as it was where there is none. */
async function corrected(one: Lookup, sources: Sources): Promise<Lookup> {
  const { word } = one;
  const instead = await sources.words.nearest(word.plain, (candidate) => !isSlight(candidate));
  if (instead === null) return one;
  const found = await plainly({ ...word, plain: instead, open: false }, sources);
  return found.sightings.size > 0 ? { ...found, word, instead } : one;
}
