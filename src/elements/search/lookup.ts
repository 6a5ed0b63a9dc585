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
  const found = await Promise.all(queryWords(text).map((word) => plainly(word, sources)));
  const joined = await joinNeighbours(found, sources);
  const all = await Promise.all(
    joined.map(async (one) => {
      if (one.sightings.size > 0) return [one];
      return (
        (await takenApart(one.word, sources)) ?? [
          literal ? one : ((await corrected(one.word, sources)) ?? one),
        ]
      );
    }),
  );
  return all.flat();
}

/** The word in every form that is the same word, or else the longer words that begin with it. */
async function plainly(word: QueryWord, { index, filters }: Sources): Promise<Lookup> {
  // half the language begins with a letter: nobody is helped, and the engine would work for a tenth of a second
  if (/^\p{L}$/u.test(word.plain))
    return { word, instead: null, sightings: new Map(), sections: 0, meanLength: 1 };
  const forms = [word.plain, ...otherSpellings(word.plain)];
  const [own, ...others] = await Promise.all(forms.map((form) => index.find(form, filters)));
  const sightings = new Map<string, Sighting>();
  if (!own) throw new Error('A word has at least one form');
  for (const hits of [own, ...others]) see(sightings, hits, (stem) => (stem === hits.stem ? 1 : 0));
  const unfinished = word.plain.length >= (word.open ? 2 : 3);
  if (sightings.size === 0 && unfinished)
    see(sightings, own, (stem) =>
      stem.startsWith(word.plain) ? (0.7 * word.plain.length) / stem.length : 0,
    );
  return { word, instead: null, sightings, sections: own.sections, meanLength: own.meanLength };
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

/** `data bricks` is looked up as `databricks` where one of the two is no word of the texts. */
async function joinNeighbours(found: Lookup[], sources: Sources): Promise<Lookup[]> {
  const made: Lookup[] = [];
  for (let place = 0; place < found.length; place += 1) {
    const [one, next] = [found[place], found[place + 1]];
    if (!one) continue;
    if (next && (one.sightings.size === 0 || next.sightings.size === 0)) {
      const word = { ...next.word, plain: one.word.plain + next.word.plain, slight: false };
      word.typed = `${one.word.typed} ${next.word.typed}`;
      const together = await plainly({ ...word, open: false }, sources);
      if (together.sightings.size > 0) {
        made.push(together);
        place += 1;
        continue;
      }
    }
    made.push(one);
  }
  return made;
}

/** `wave-theory` and `datasets` are looked up as two words, where the texts have both. */
async function takenApart(word: QueryWord, sources: Sources): Promise<Lookup[] | null> {
  const parts = queryWords(word.typed.replaceAll(/\p{Pd}/gu, ' '));
  const pairs = parts.length > 1 ? [parts.map((part) => part.plain)] : await halves(word.plain, sources);
  for (const pair of pairs) {
    const found = await Promise.all(
      pair.map((plain, place) =>
        plainly({ ...word, plain, open: false, bound: word.bound && place === 0 }, sources),
      ),
    );
    if (found.every((one) => one.sightings.size > 0)) return found;
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

async function corrected(word: QueryWord, sources: Sources): Promise<Lookup | null> {
  if (word.slight) return null;
  const instead = await sources.words.nearest(word.plain, (candidate) => !isSlight(candidate));
  if (instead === null) return null;
  const found = await plainly({ ...word, plain: instead, open: false }, sources);
  return found.sightings.size > 0 ? { ...found, word, instead } : null;
}
