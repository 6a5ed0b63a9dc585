import { toString as textOf } from 'hast-util-to-string';
import { plainWords } from '../../document/normalized-word.ts';
import type { SectionContent } from '../../document/section-contents.ts';

/** A short name and its long form, as an essay introduces it: `retrieval-augmented generation (RAG)`. */
export interface Abbreviation {
  short: string;
  /** Plain words, separated by spaces. */
  long: string;
}

/** How far before the brackets the words of a long name may begin. */
const reach = 30;

/** The abbreviations that an essay introduces in brackets after their long names. */
export function abbreviationsIn(sections: readonly SectionContent[]): Abbreviation[] {
  const found = new Map<string, Abbreviation>();
  for (const section of sections) {
    const text = textOfSection(section);
    for (const match of text.matchAll(/\((\p{Lu}{2,6})\)/gu)) {
      const short = match[1] ?? '';
      const words = plainWords(text.slice(0, match.index), true).slice(-reach);
      const long = longName(short.toLowerCase(), words);
      if (long && !found.has(short)) found.set(short, { short, long });
    }
  }
  return [...found.values()];
}

/** Names that the section could be looked for by and does not have: the long for the short, the short for the long. */
export function otherNames(section: SectionContent, names: readonly Abbreviation[]): string[] {
  const words = plainWords(textOfSection(section), true);
  const text = ` ${words.join(' ')} `;
  return names.flatMap(({ short, long }) => {
    const hasShort = text.includes(` ${short.toLowerCase()} `);
    const hasLong = text.includes(` ${long} `);
    if (hasShort === hasLong) return [];
    return [hasShort ? long : short];
  });
}

function textOfSection(section: SectionContent): string {
  return [section.title, ...section.content.map(textOf)].join(' ');
}

/**
 * The words whose first letters make the short name. They are looked for from the end; the last two must be
 * together directly before the brackets, the others anywhere before them in order.
 */
function longName(short: string, words: readonly string[]): string | null {
  const letters = [...short];
  const chosen: string[] = [];
  let index = words.length - 1;
  for (const letter of letters.reverse()) {
    if (chosen.length >= 2) while (index >= 0 && words[index]?.[0] !== letter) index -= 1;
    const word = words[index];
    if (word?.[0] !== letter) return null;
    chosen.unshift(word);
    index -= 1;
  }
  return chosen.join(' ');
}
