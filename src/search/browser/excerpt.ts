import type { Ranked } from './ranking.ts';

/** What Pagefind keeps of a section: one file, fetched when the section is shown. */
export interface Fragment {
  /** Address of the section, from the site's root. */
  url: string;
  /** Its title and text. */
  content: string;
  meta: { title: string };
  filters: Record<string, string[]>;
  /** Elements with an id, with the place of their first word. */
  anchors: { element: string; id: string; location: number }[];
}

/** A stretch of an excerpt; `marked` where it is a word that was looked for. */
export interface ExcerptPart {
  text: string;
  marked: boolean;
}

/** The words of a section around what was looked for. */
export interface Excerpt {
  parts: ExcerptPart[];
  /** The id of the paragraph the words stand in; null where only the title has them or nothing there has an id. */
  passage: string | null;
  /** The words found, as they stand in the text; each once. */
  words: string[];
}

/** Words in an excerpt: about two lines of the list, three on a phone. */
const length = 26;
const before = 7;

/** Cuts the passage that has most of the words out of a section. */
export function excerptOf(fragment: Fragment, { matches }: Ranked): Excerpt {
  const words = fragment.content.split(/\s+/).filter((word) => word !== '');
  const titleEnd = fragment.meta.title.split(/\s+/).filter((word) => word !== '').length;
  const marked = new Set(matches.flatMap(({ locations }) => locations));
  const centre = densest(matches, titleEnd);
  const start = Math.max(titleEnd, begin(words, centre ?? titleEnd, titleEnd));
  const end = Math.min(words.length, start + length);
  const parts: ExcerptPart[] = [];
  const add = (text: string, isMarked: boolean) => {
    const last = parts.at(-1);
    if (last?.marked === isMarked && !isMarked) last.text += text;
    else parts.push({ text, marked: isMarked });
  };
  if (start > titleEnd && !endsSentence(words[start - 1])) add('… ', false);
  for (let place = start; place < end; place += 1) {
    const [, head = '', word = '', tail = ''] =
      /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(words[place] ?? '') ?? [];
    if (head !== '') add(head, false);
    if (word !== '') add(word, marked.has(place));
    if (tail !== '' || place < end - 1) add(place < end - 1 ? `${tail} ` : tail, false);
  }
  if (end < words.length) add('\u00a0…', false);
  return {
    parts,
    passage: centre === null ? null : passageAt(fragment, centre),
    words: surface(words, marked),
  };
}

/** The place from which a stretch of the text has the most telling words; null where the text has none. */
function densest(matches: Ranked['matches'], from: number): number | null {
  let best: number | null = null;
  let most = 0;
  for (const place of matches.flatMap(({ locations }) => locations).sort((a, b) => a - b)) {
    if (place < from) continue;
    const worth = matches
      .filter(({ locations }) => locations.some((one) => one >= place && one < place + length - before))
      .reduce((sum, match) => sum + match.worth, 0);
    if (worth > most + 1e-9) [best, most] = [place, worth];
  }
  return best;
}

/** A few words earlier, or where the sentence begins, if that is near. */
function begin(words: readonly string[], place: number, from: number): number {
  for (let start = place; start > Math.max(from, place - 2 * before); start -= 1)
    if (endsSentence(words[start - 1])) return start;
  return place - before;
}

function endsSentence(word: string | undefined): boolean {
  return word !== undefined && /[.!?]["”’)]*$/.test(word);
}

/**
 * The last element with an id that begins at or before a word; the marks of notes are no places to go to. A
 * block that has no id of its own is called `-` in the index.
 */
function passageAt({ anchors }: Fragment, place: number): string | null {
  const above = anchors.filter(({ element, location }) => element !== 'a' && location <= place);
  const id = above.at(-1)?.id ?? '-';
  return id === '-' ? null : id;
}

function surface(words: readonly string[], places: ReadonlySet<number>): string[] {
  const found = new Set<string>();
  for (const place of [...places].sort((a, b) => a - b)) {
    const word = words[place]?.replaceAll(/^[^\p{L}\p{N}]+|(?:['’]s)?[^\p{L}\p{N}]*$/gu, '').toLowerCase();
    if (word) found.add(word);
  }
  return [...found].slice(0, 8);
}
