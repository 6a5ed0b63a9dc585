import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { emptyLedger, type Ledger } from '../src/anchors/ledger.ts';
import { resolve } from '../src/anchors/resolve.ts';
import type { FoundBlocks } from '../src/document/found-blocks.ts';
import { blocksOf } from './compile-text.ts';

/**
 * How often the ledger asks without need over the real history of other people's texts, of which nothing is kept:
 * `node bench/ledger-history.ts <folder with the objects of git> <path> [texts] [revisions]`. After a question its id is
 * taken from the ledger, as if its author had retired it. A question is suspect where half of the words of the lost
 * text are together in a block that got a new id; the suspect ones are printed, for a reader to judge.
 */
const [gitFolder = '', path = '', texts = '20', revisions = '30'] = process.argv.slice(2);
const git = (...args: string[]) =>
  execFileSync('git', [`--git-dir=${gitFolder}`, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });

/** The words of a text, each as often as it is there. */
const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Which part of the words of one text are in another, from 0 to 1. */
function shared(text: string, other: string): number {
  const words = wordsIn(text);
  const there = Map.groupBy(wordsIn(other), (word) => word);
  const found = words.filter((word) => there.get(word)?.pop() !== undefined);
  return words.length === 0 ? 0 : found.length / words.length;
}

const changed = git('log', '--format=', '--name-only', '-4000', '--', path).split('\n').filter(Boolean);
const counts = [
  ...Map.groupBy(
    changed.filter((file) => /\.mdx?$/.test(file)),
    (file) => file,
  ),
]
  .filter(([, list]) => list.length > 5)
  .sort(([, a], [, b]) => b.length - a.length)
  .slice(0, Number(texts));
const total = { texts: 0, revisions: 0, ids: 0, questions: 0, suspect: 0, unreadable: 0 };
for (const [file] of counts) {
  const commits = git('log', '--reverse', '--format=%H', '--', file)
    .trim()
    .split('\n')
    .slice(-Number(revisions));
  let ledger: Ledger = emptyLedger('text');
  total.texts += 1;
  for (const commit of commits) {
    let found: FoundBlocks;
    try {
      found = await blocksOf(git('show', `${commit}:${file}`), basename(file));
    } catch {
      total.unreadable += 1; // gone in this commit, or written for another program
      continue;
    }
    const old = new Set(ledger.anchors.map(({ id }) => id));
    const {
      ids,
      conflicts,
      ledger: next,
    } = resolve(found.blocks, ledger, { day: '2026-01-02', usedIds: found.usedIds });
    total.revisions += 1;
    total.ids += ids.length;
    total.questions += conflicts.length;
    for (const { what, id, text } of conflicts) {
      const likely = found.blocks
        .flatMap((block, index) => (old.has(ids[index] ?? '') && what === 'lost' ? [] : [block.text]))
        .map((now) => ({
          now,
          part: Math.min(shared(text, now), shared(now.slice(0, text.length * 2), text) * 1.5),
        }))
        .sort((a, b) => b.part - a.part)[0];
      if (!likely || likely.part < 0.5) continue;
      total.suspect += 1;
      console.log(
        `${what} ${file} ${commit.slice(0, 7)} #${id} ${likely.part.toFixed(2)}\n  - ${text}\n  + ${likely.now.slice(0, 200)}`,
      );
    }
    const asked = new Set(conflicts.map(({ id }) => id));
    ledger = { ...next, anchors: next.anchors.filter(({ id }) => !asked.has(id)) };
  }
}
const rate = (count: number) => ((1000 * count) / total.ids).toFixed(2);
console.log(
  `${JSON.stringify(total)}: ${rate(total.questions)} questions, ${rate(total.suspect)} suspect per 1,000 ids`,
);
