import { type TextUnit, textUnits } from '../../document/text-units.ts';
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
/** A character of a script without spaces, as a share of a word. */
const characterLength = 0.4;
/** Maximum number of words that a link asks the page to mark. */
const maxFoundWords = 8;

/** Cuts out the passage of a section that has the highest weight of matches. */
export function excerptOf(record: SectionRecord, { matches }: RankedSection): Excerpt {
  const units = textUnits(record.content);
  const textStart = textUnits(record.meta.title).length;
  const matching = new Set(matches.flatMap(({ locations }) => locations));
  const center = bestLocation(matches, units, textStart);
  const start = Math.max(textStart, excerptStart(units, center ?? textStart, textStart));
  const end = after(units, start, excerptLength);
  const segments: ExcerptSegment[] = [];
  const add = (text: string, isMatch: boolean) => {
    const last = segments.at(-1);
    if (last?.isMatch === isMatch && (!isMatch || isContinued)) last.text += text;
    else segments.push({ text, isMatch });
    isContinued = isMatch;
  };
  let isContinued = false;
  if (start > textStart && !endsSentence(units[start - 1])) add('… ', false);
  for (let location = start; location < end; location += 1) {
    const [, before = '', word = '', after = ''] =
      /^([^\p{L}\p{N}\p{M}]*)(.*?)([^\p{L}\p{N}\p{M}+#]*)$/u.exec(units[location]?.text ?? '') ?? [];
    const space = location === end - 1 || units[location + 1]?.isJoined ? '' : ' ';
    if (before !== '') add(before, false);
    if (word !== '') add(word, matching.has(location));
    if (after + space !== '') add(after + space, false);
    isContinued = after + space === '' && units[location]?.isCharacter === true;
  }
  if (end < units.length) add('\u00a0…', false);
  return {
    segments,
    passage: center === null ? null : idAt(record, center),
    foundWords: wordsAt(units, matching),
  };
}

function lengthOf(unit: TextUnit | undefined): number {
  return unit?.isCharacter ? characterLength : 1;
}

/** Returns the location up to which units from a start have a length in words. */
function after(units: readonly TextUnit[], start: number, length: number): number {
  let end = start;
  for (let rest = length; rest >= 1e-9 && end < units.length; end += 1) rest -= lengthOf(units[end]);
  return end;
}

/** Returns the location at which the excerpt with the highest weight begins; null if only the title has matches. */
function bestLocation(
  matches: RankedSection['matches'],
  units: readonly TextUnit[],
  textStart: number,
): number | null {
  let best: number | null = null;
  let highest = 0;
  for (const start of matches.flatMap(({ locations }) => locations).sort((a, b) => a - b)) {
    if (start < textStart) continue;
    const end = after(units, start, excerptLength - leadLength);
    const weight = matches
      .filter(({ locations }) => locations.some((location) => location >= start && location < end))
      .reduce((sum, match) => sum + match.weight, 0);
    if (weight > highest + 1e-9) [best, highest] = [start, weight];
  }
  return best;
}

/** Returns the beginning of the sentence if it is near, or a location a few words before the match. */
function excerptStart(units: readonly TextUnit[], center: number, textStart: number): number {
  let length = 0;
  let lead = center;
  for (let start = center; start > textStart && length < 2 * leadLength; start -= 1) {
    if (endsSentence(units[start - 1])) return start;
    length += lengthOf(units[start - 1]);
    if (length <= leadLength) lead = start - 1;
  }
  return lead;
}

function endsSentence(unit: TextUnit | undefined): boolean {
  return unit !== undefined && /[.!?。．！？؟۔।]["”’)」』）]*$/.test(unit.text);
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

/** The matching words as they stand; characters of a script without spaces that follow one another are one word. */
function wordsAt(units: readonly TextUnit[], locations: ReadonlySet<number>): string[] {
  const found = new Set<string>();
  let run = '';
  for (const location of [...locations].sort((a, b) => a - b)) {
    const unit = units[location];
    const word = unit?.text
      .replaceAll(/^[^\p{L}\p{N}\p{M}]+|(?:['’]s)?[^\p{L}\p{N}\p{M}+#]*$/gu, '')
      .toLowerCase();
    if (!unit || !word) continue;
    run = unit.isCharacter ? run + word : '';
    if (!unit.isCharacter) found.add(word);
    else if (!unit.continues || !locations.has(location + 1)) {
      found.add(run);
      run = '';
    }
  }
  return [...found].slice(0, maxFoundWords);
}
