import { type Excerpt, excerptOf, type Fragment } from './excerpt.ts';
import { type Lookup, lookUp, type Sources } from './lookup.ts';
import type { LoadFile } from './pagefind.ts';
import { type Ranked, rank } from './ranking.ts';

/** What is asked. */
export interface Question {
  text: string;
  /** True where the reader has declined a correction. */
  literal: boolean;
  /** Only sections of this essay or topic, by name. */
  filters: Record<string, string>;
}

/** One section, as the list shows it. */
export interface Result extends Excerpt {
  /** From the site's root, without a slash before it. */
  page: string;
  /** The section's own fragment; empty for an introduction. */
  section: string;
  title: string;
  essay: string;
  topics: string[];
  missing: string[];
}

/** What the site has to say to a question. */
export interface Answer {
  results: Result[];
  /** Sections that have every word, shown or not. */
  complete: number;
  /** The words that were looked for, where they are not those that were typed. */
  corrected: string | null;
  /** Words that no text has. */
  unknown: string[];
  /** False where more results are on their way. */
  whole: boolean;
}

/** Sections in the list at most; more would be no help in choosing. */
const most = 12;
/** Sections told before the rest, for a reader who has waited for the search to arrive. */
const first = 1;

/**
 * Answers in two steps, so that the first results need not wait for the last: each is a beginning of the next.
 * Rejects when a file that the answer needs did not arrive whole.
 */
export async function* answers(question: Question, sources: Sources, load: LoadFile): AsyncGenerator<Answer> {
  const lookups = await lookUp(question.text, question.literal, sources);
  const { ranked, complete } = rank(lookups, most);
  const told = {
    complete,
    corrected: correctedText(question.text, lookups),
    unknown: lookups.flatMap((one) => (one.sightings.size === 0 && !one.word.slight ? [one.word.typed] : [])),
  };
  const results: Result[] = [];
  for (const stretch of [ranked.slice(0, first), ranked.slice(first)]) {
    results.push(...(await Promise.all(stretch.map((one) => resultOf(one, load)))));
    const whole = results.length === ranked.length;
    yield { ...told, results: [...results], whole };
    if (whole) return;
  }
}

async function resultOf(ranked: Ranked, load: LoadFile): Promise<Result> {
  const bytes = await load(`fragment/${ranked.section}.pf_fragment`);
  const fragment: Fragment = JSON.parse(new TextDecoder().decode(bytes));
  const [page = '', section = ''] = fragment.url.replace(/^\//, '').split('#');
  return {
    ...excerptOf(fragment, ranked),
    page,
    section: decodeURIComponent(section),
    title: fragment.meta.title,
    essay: fragment.filters['essay']?.[0] ?? '',
    topics: fragment.filters['topic'] ?? [],
    missing: ranked.missing,
  };
}

/** What was typed, with each corrected word in the place of the one that no text has. */
function correctedText(text: string, lookups: readonly Lookup[]): string | null {
  let corrected = text.trim();
  for (const { word, instead } of lookups) if (instead) corrected = corrected.replace(word.typed, instead);
  return corrected === text.trim() ? null : corrected;
}
