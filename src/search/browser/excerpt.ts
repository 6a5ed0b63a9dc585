import type { RankedSection } from './rank.ts';

/** Pagefind's record of a section: one file, which is loaded when the section is shown. */
export interface SectionRecord {
  /** Address of the section, from the root of the site. */
  url: string;
  /** Title and text. */
  content: string;
  meta: { title: string };
  filters: Record<string, string[]>;
  /** Elements with an id, with the location of their first word. */
  anchors: { element: string; id: string; location: number }[];
}

/** A piece of an excerpt; `isMatch` is true for a word of the query. */
export interface ExcerptSegment {
  text: string;
  isMatch: boolean;
}

/** The text of a section around the words of the query. */
export interface Excerpt {
  segments: ExcerptSegment[];
  /** The id of the paragraph; null if it has none, or if only the title has the words. */
  passage: string | null;
  /** The matching words as they are in the text, each once. */
  foundWords: string[];
}

/** Length of an excerpt in words: two lines of the list, three on a phone. */
const excerptLength = 26;
/** Number of words before the first match. */
const leadLength = 7;
/** Maximum number of words that a link asks the page to mark. */
const maxFoundWords = 8;

/** Cuts out the passage of a section that has the highest weight of matches. */
export function excerptOf(record: SectionRecord, { matches }: RankedSection): Excerpt {
  const words = splitWords(record.content);
  const textStart = splitWords(record.meta.title).length;
  const matching = new Set(matches.flatMap(({ locations }) => locations));
  const center = bestLocation(matches, textStart);
  const start = Math.max(textStart, excerptStart(words, center ?? textStart, textStart));
  const end = Math.min(words.length, start + excerptLength);
  const segments: ExcerptSegment[] = [];
  const add = (text: string, isMatch: boolean) => {
    const last = segments.at(-1);
    if (last?.isMatch === isMatch && !isMatch) last.text += text;
    else segments.push({ text, isMatch });
  };
  if (start > textStart && !endsSentence(words[start - 1])) add('… ', false);
  for (let location = start; location < end; location += 1) {
    const [, before = '', word = '', after = ''] =
      /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(words[location] ?? '') ?? [];
    const isLast = location === end - 1;
    if (before !== '') add(before, false);
    if (word !== '') add(word, matching.has(location));
    if (after !== '' || !isLast) add(isLast ? after : `${after} `, false);
  }
  if (end < words.length) add('\u00a0…', false);
  return {
    segments,
    passage: center === null ? null : idAt(record, center),
    foundWords: wordsAt(words, matching),
  };
}

function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Returns the location at which the excerpt with the highest weight begins; null if only the title has matches. */
function bestLocation(matches: RankedSection['matches'], textStart: number): number | null {
  let best: number | null = null;
  let highest = 0;
  for (const start of matches.flatMap(({ locations }) => locations).sort((a, b) => a - b)) {
    if (start < textStart) continue;
    const end = start + excerptLength - leadLength;
    const weight = matches
      .filter(({ locations }) => locations.some((location) => location >= start && location < end))
      .reduce((sum, match) => sum + match.weight, 0);
    if (weight > highest + 1e-9) [best, highest] = [start, weight];
  }
  return best;
}

/** Returns the beginning of the sentence if it is near, or a location a few words before the match. */
function excerptStart(words: readonly string[], center: number, textStart: number): number {
  for (let start = center; start > Math.max(textStart, center - 2 * leadLength); start -= 1)
    if (endsSentence(words[start - 1])) return start;
  return center - leadLength;
}

function endsSentence(word: string | undefined): boolean {
  return word !== undefined && /[.!?]["”’)]*$/.test(word);
}

/**
 * Returns the id of the last element that begins at or before a location. References to notes are not counted. The
 * index has `-` for a block without an id.
 */
function idAt({ anchors }: SectionRecord, location: number): string | null {
  const before = anchors.filter((anchor) => anchor.element !== 'a' && anchor.location <= location);
  const id = before.at(-1)?.id ?? '-';
  return id === '-' ? null : id;
}

function wordsAt(words: readonly string[], locations: ReadonlySet<number>): string[] {
  const found = new Set<string>();
  for (const location of [...locations].sort((a, b) => a - b)) {
    const word = words[location]?.replaceAll(/^[^\p{L}\p{N}]+|(?:['’]s)?[^\p{L}\p{N}]*$/gu, '').toLowerCase();
    if (word) found.add(word);
  }
  return [...found].slice(0, maxFoundWords);
}
