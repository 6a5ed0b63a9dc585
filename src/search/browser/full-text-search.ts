import { type Excerpt, excerptOf, type SectionRecord } from './excerpt.ts';
import { type Lookup, lookUp } from './lookup.ts';
import { type LoadFile, PagefindIndex } from './pagefind-index.ts';
import { type RankedSection, rank } from './rank.ts';
import { WordList } from './word-list.ts';

export interface Query {
  text: string;
  /** True if the reader has rejected a correction. */
  literal: boolean;
  /** Names and values that a section must have: its `essay`, or one of its `topic`s. */
  filters: Record<string, string>;
}

/** One section in the list of results. */
export interface Result extends Excerpt {
  /** The address of the page, relative to the root of the site. */
  page: string;
  /** The id of the section's heading; empty for an introduction. */
  section: string;
  title: string;
  essay: string;
  topics: string[];
  /** Words of the query that the section does not have. */
  missing: string[];
}

export interface Answer {
  results: Result[];
  /** Number of sections that have every word, in the list or not. */
  completeCount: number;
  /** The text that was searched instead of the typed text; null if nothing was corrected. */
  corrected: string | null;
  /** Words that no section has. */
  unknown: string[];
  /** False if an answer with more results follows. */
  isFinal: boolean;
}

/**
 * Answers one query. The first answer has the first result, the last one has all results. Rejects if a file cannot be
 * loaded.
 */
export type FullTextSearch = (query: Query) => AsyncGenerator<Answer>;

/** Maximum number of results. */
const maxResults = 12;
/** Number of results in the first answer, which does not wait for the records of the others. */
const firstResults = 1;

/**
 * Opens the index of a site.
 * @param load loads the files of the `pagefind` folder
 * @throws if the engine or the table of contents cannot be loaded
 */
export async function openFullTextSearch(load: LoadFile): Promise<FullTextSearch> {
  const [engine, contents] = await Promise.all([load('engine.pagefind'), load('contents.pf_meta')]);
  const index = await PagefindIndex.open(engine, contents, load);
  const wordList = new WordList(load);
  return async function* answers(query) {
    const lookups = await lookUp(query.text, query.literal, { index, wordList, filters: query.filters });
    const { ranked, completeCount } = rank(lookups, maxResults);
    const summary = {
      completeCount,
      corrected: correctedText(query.text, lookups),
      unknown: lookups.flatMap(({ word, postings }) =>
        postings.size === 0 && !word.isStopWord ? [word.typed] : [],
      ),
    };
    const results: Result[] = [];
    for (const batch of [ranked.slice(0, firstResults), ranked.slice(firstResults)]) {
      results.push(...(await Promise.all(batch.map((one) => loadResult(one, load)))));
      const isFinal = results.length === ranked.length;
      yield { ...summary, results: [...results], isFinal };
      if (isFinal) return;
    }
  };
}

async function loadResult(ranked: RankedSection, load: LoadFile): Promise<Result> {
  const bytes = await load(`fragment/${ranked.section}.pf_fragment`);
  const record: SectionRecord = JSON.parse(new TextDecoder().decode(bytes));
  const [page = '', id = ''] = record.url.replace(/^\//, '').split('#');
  return {
    ...excerptOf(record, ranked),
    page,
    section: decodeURIComponent(id),
    title: record.meta.title,
    essay: record.filters['essay']?.[0] ?? '',
    topics: record.filters['topic'] ?? [],
    missing: ranked.missing,
  };
}

/** Returns the typed text with its corrections; null if there are none. */
function correctedText(text: string, lookups: readonly Lookup[]): string | null {
  let corrected = text.trim();
  for (const { word, correction } of lookups)
    if (correction) corrected = corrected.replace(word.typed, correction);
  return corrected === text.trim() ? null : corrected;
}
