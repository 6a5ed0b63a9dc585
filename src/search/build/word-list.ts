import { gzipSync } from 'node:zlib';
import type { MadeFile } from '../../document/made-file.ts';
import { plainWords } from '../../document/normalized-word.ts';
import { hasUnspacedScript, textUnits } from '../../document/text-units.ts';

/** Words in one chunk of the list: about 3 kB packed, whatever the size of the library. */
const chunkSize = 900;

/** The words of the text of a section to which a misspelling may be corrected, each once. */
export function listedWords(text: string): string[] {
  const spaced = spacedWords(text);
  const parts = plainWords(spaced, true);
  const whole = /\p{Pd}/u.test(spaced) ? plainWords(spaced, false) : []; // otherwise they are the same
  return [...new Set([...parts, ...whole])].filter(isWord);
}

/**
 * The words of the site's texts, from which misspellings are corrected, as files that are fetched only where
 * one is needed: sorted by their beginnings, and again by their ends, in chunks.
 * @param sections the words of each section, each once
 */
export function wordListFiles(sections: Iterable<readonly string[]>): MadeFile[] {
  const counts = new Map<string, number>();
  for (const words of sections) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byHead = [...counts.keys()].sort();
  const heads = chunks(byHead);
  const tails = heads.length > 1 ? chunks(byHead.map(backwards).sort()) : [];
  const line = (word: string) => ((counts.get(word) ?? 1) > 1 ? `${word} ${counts.get(word)}` : word);
  const file = (path: string, text: string) => ({
    path: `words/${path}.pf_words`,
    content: gzipSync(text, { level: 9 }),
  });
  return [
    file('contents', JSON.stringify({ heads: firsts(heads), tails: firsts(tails) })),
    ...heads.map((chunk, number) => file(`head-${number}`, chunk.map(line).join('\n'))),
    ...tails.map((chunk, number) =>
      file(`tail-${number}`, chunk.map((word) => line(backwards(word))).join('\n')),
    ),
  ];
}

/** What a misspelling may be corrected to: three letters or more and no figures. */
function isWord(word: string): boolean {
  return word.length >= 3 && !/[\d+#]/.test(word);
}

/** A text with a space before each of its words, without what scripts without spaces have: it is never misspelt. */
function spacedWords(text: string): string {
  if (!hasUnspacedScript(text) && !/\p{L}['’]\p{L}/u.test(text)) return text;
  const words = textUnits(text).filter(({ isCharacter }) => !isCharacter);
  return words.map(({ text }) => text).join(' ');
}

function chunks(words: readonly string[]): string[][] {
  const count = words.length <= 2 * chunkSize ? 1 : Math.ceil(words.length / chunkSize);
  const size = Math.ceil(words.length / count);
  return Array.from({ length: count }, (_, chunk) => words.slice(chunk * size, (chunk + 1) * size));
}

function firsts(chunks: readonly string[][]): string[] {
  return chunks.map(([first = '']) => first);
}

function backwards(word: string): string {
  return [...word].reverse().join('');
}
