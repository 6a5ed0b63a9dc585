import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { unspacedLetter } from '../../document/letters.ts';
import { problem } from '../../document/problem.ts';
import { report } from '../report.ts';
import { shownWords } from '../shown-words.ts';
import { type WrittenWord, writtenWords } from '../written-words.ts';

declare module 'vfile' {
  interface DataMap {
    /** The text as it was written, without its frontmatter; lines are those of the file. */
    written: string;
  }
}

/** Mistakes that explain why what stands below them is not shown. */
const explains =
  /unclosed|unread|element|frame|note|container|mdx|too-deep|component|formula|image|file|media/;

/** Mistakes for which the parser could not read the text to its end: then anything may be missing. */
const unread = /^mdx\/|^text\/syntax$/;

/** A space between two letters of a script that writes none. */
const betweenUnspaced = new RegExp(`(?<=${unspacedLetter}) (?=${unspacedLetter})`, 'gu');

/** Words that are quoted, at most. */
const mostQuoted = 20;

/**
 * Compares the words that were written with those that the finished text shows, and reports what is missing, whatever
 * step lost it. What another mistake explains is not reported again.
 */
export function lostWords() {
  return (tree: Root, file: VFile) => {
    if (file.data.problems?.some(({ code }) => unread.test(code ?? ''))) return;
    const written = writtenWords(file.data.written ?? '', file.path.endsWith('.mdx'));
    const missing = missingWords(written, shownWords(tree)).filter(({ line }) => !isExplained(line, file));
    const [first] = missing;
    if (!first) return;
    const quoted = missing.slice(0, mostQuoted).map(({ word }) => word);
    const words = quoted.join(' ').replaceAll(betweenUnspaced, '');
    const text = `${words}${missing.length > mostQuoted ? ' …' : ''}`;
    report(file, problem('text/lost-words', { text }, { file: file.data.name ?? '', line: first.line }));
  };
}

/** The words of which fewer are shown than written, in the order of the text. */
function missingWords(written: readonly WrittenWord[], shown: ReadonlyMap<string, number>): WrittenWord[] {
  const left = new Map(shown);
  for (const { word } of written) left.set(word, (left.get(word) ?? 0) - 1);
  const nowhere = new Set(written.filter(({ word }) => !shown.has(word)).map(({ line }) => line));
  const rank = ({ line }: WrittenWord) => (nowhere.has(line) ? 0 : 1);
  const short = written.filter(({ word }) => (left.get(word) ?? 0) < 0);
  return short
    .map((one, index) => ({ one, index }))
    .sort((a, b) => rank(a.one) - rank(b.one) || b.index - a.index) // one that is shown elsewhere may be any of them
    .filter(({ one: { word } }) => {
      const count = left.get(word) ?? 0;
      left.set(word, count + 1);
      return count < 0;
    })
    .sort((a, b) => a.index - b.index)
    .map(({ one }) => one);
}

function isExplained(line: number, file: VFile): boolean {
  return (file.data.problems ?? []).some(
    (one) => one.line === line || (one.line > 0 && one.line <= line && explains.test(one.code ?? '')),
  );
}
