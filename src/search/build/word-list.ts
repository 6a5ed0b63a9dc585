import { gzipSync } from 'node:zlib';
import { plainWords } from '../../document/normalized-word.ts';
import type { MadeFile } from '../../publish/built-site.ts';

/** Words in one part of the list: about 3 kB packed, whatever the size of the library. */
const partSize = 900;

/**
 * The words of the site's texts, from which misspellings are corrected, as files that are fetched only where
 * one is needed: sorted by their beginnings, and again by their ends, in parts.
 * @param texts of all sections
 */
export function wordListFiles(texts: readonly string[]): MadeFile[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const inText = new Set([...plainWords(text, true), ...plainWords(text, false)]);
    for (const word of inText) if (isWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const byHead = [...counts.keys()].sort();
  const heads = parts(byHead);
  const tails = heads.length > 1 ? parts(byHead.map(backwards).sort()) : [];
  const line = (word: string) => ((counts.get(word) ?? 1) > 1 ? `${word} ${counts.get(word)}` : word);
  const file = (path: string, text: string) => ({
    path: `words/${path}.pf_words`,
    content: gzipSync(text, { level: 9 }),
  });
  return [
    file('contents', JSON.stringify({ heads: firsts(heads), tails: firsts(tails) })),
    ...heads.map((part, number) => file(`head-${number}`, part.map(line).join('\n'))),
    ...tails.map((part, number) =>
      file(`tail-${number}`, part.map((word) => line(backwards(word))).join('\n')),
    ),
  ];
}

/** What a misspelling may be corrected to: three letters or more and no figures. */
function isWord(word: string): boolean {
  return word.length >= 3 && !/\d/.test(word);
}

function parts(words: readonly string[]): string[][] {
  const count = words.length <= 2 * partSize ? 1 : Math.ceil(words.length / partSize);
  const size = Math.ceil(words.length / count);
  return Array.from({ length: count }, (_, part) => words.slice(part * size, (part + 1) * size));
}

function firsts(parts: readonly string[][]): string[] {
  return parts.map(([first = '']) => first);
}

function backwards(word: string): string {
  return [...word].reverse().join('');
}
