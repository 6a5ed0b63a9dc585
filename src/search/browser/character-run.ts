import { indexedWord } from '../../document/normalized-word.ts';
import type { WordHits } from './pagefind-index.ts';
import type { Posting, WordPosition } from './posting.ts';

/** Where characters follow one another, by section. */
export interface FoundRun {
  postings: Map<string, Posting>;
  sectionCount: number;
  meanLength: number;
}

/**
 * Finds a run of characters of a script without spaces. The index has each character together with the one after it:
 * a run is where its pairs are at consecutive locations.
 * @param find looks up one word of the index
 */
export async function characterPostings(
  characters: readonly string[],
  find: (word: string) => Promise<WordHits>,
): Promise<FoundRun> {
  const words = pairs(characters);
  const found = await Promise.all(words.map(find));
  const isSingle = characters.length === 1;
  const postings = new Map<string, Posting>();
  for (const [offset, { hits }] of found.entries()) {
    for (const { section, length, positions, fields } of hits) {
      const matching = positions.filter(({ stem }) => isSingle || stem === words[offset]);
      const earlier = postings.get(section);
      const starts = matching.map(({ location, weight }) => ({
        location: location - offset,
        weight,
        span: characters.length,
      }));
      const inFields = [...fields].flatMap(([name, stems]) =>
        stems.some((stem) => isSingle || stem === words[offset]) ? [name] : [],
      );
      if (offset === 0) postings.set(section, { section, length, positions: starts, fields: inFields });
      else if (earlier)
        postings.set(section, {
          ...earlier,
          positions: both(earlier.positions, starts),
          fields: earlier.fields.filter((name) => inFields.includes(name)),
        });
    }
    const sections = new Set(hits.map(({ section }) => section));
    for (const [section, { positions, fields }] of postings)
      if (!sections.has(section) || (positions.length === 0 && fields.length === 0)) postings.delete(section);
  }
  const [first] = found;
  return { postings, sectionCount: first?.sectionCount ?? 0, meanLength: first?.meanLength ?? 1 };
}

/**
 * Cuts a run that no section has into the longest parts that a section has, from its beginning. Single characters are
 * left out: they are what stands between words.
 */
export async function longestRuns(
  characters: readonly string[],
  find: (word: string) => Promise<WordHits>,
): Promise<(FoundRun & { characters: string[] })[]> {
  const runs: (FoundRun & { characters: string[] })[] = [];
  for (let start = 0; start < characters.length - 1; ) {
    let end = start + 1;
    let longest: FoundRun | null = null;
    for (; end < characters.length; end += 1) {
      const found = await characterPostings(characters.slice(start, end + 1), find);
      if (found.postings.size === 0) break;
      longest = found;
    }
    if (longest) runs.push({ ...longest, characters: characters.slice(start, end) });
    start = longest ? end : start + 1;
  }
  return runs;
}

/** The words under which the index has the characters of a run. */
function pairs(characters: readonly string[]): string[] {
  if (characters.length === 1) return characters.map(indexedWord);
  return characters.slice(1).map((next, index) => indexedWord((characters[index] ?? '') + next));
}

function both(positions: readonly WordPosition[], others: readonly WordPosition[]): WordPosition[] {
  const locations = new Set(others.map(({ location }) => location));
  return positions.filter(({ location }) => locations.has(location));
}
