import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyLedger } from '../../src/anchors/ledger.ts';
import { resolve } from '../../src/anchors/resolve.ts';
import type { Block } from '../../src/document/block.ts';
import { blocksOf } from '../compile-text.ts';
import { type LabelledEdit, labelledEdits } from './edits.ts';

/** What became of one id in one edit. `asked`: there is a conflict although the text still exists. */
export interface Outcome {
  edit: string;
  id: string;
  labelled: boolean;
  result: 'right' | 'wrong' | 'asked';
  summary: string;
}

const folder = 'bench/anchor-edits';

/** Makes every labelled edit, resolves it with the ledger of the text before and compares with the labels. */
export async function score(): Promise<Outcome[]> {
  const source = readFileSync(join(folder, 'essay.mdx'), 'utf8');
  const before = await blocksOf(source);
  const { ledger, ids } = resolve(before.blocks, emptyLedger('essay'), {
    day: '2026-11-22',
    usedIds: before.usedIds,
  });
  const outcomes: Outcome[] = [];
  for (const edit of labelledEdits) {
    const after = await blocksOf(changed(source, edit));
    const result = resolve(after.blocks, ledger, { day: '2026-12-01', usedIds: after.usedIds });
    const labels = Object.entries(edit.labels);
    for (const [words] of labels) one(before.blocks, words, edit.name);
    before.blocks.forEach((block, index) => {
      const id = ids[index] ?? '';
      const label = labels.find(([words]) => one(before.blocks, words, edit.name) === index);
      const at = result.ids.findIndex((now, index) => now === id || result.previous[index]?.includes(id));
      const hasConflict = result.conflicts.some((conflict) => conflict.id === id);
      const expected = label ? label[1] : block.text;
      const right =
        expected === null
          ? hasConflict
          : !hasConflict &&
            at >= 0 &&
            (label ? isExpectedBlock(after.blocks, expected, edit.name, at) : same(after.blocks[at], block));
      const summary = `${block.text.slice(0, 40)} → ${hasConflict ? 'conflict' : (after.blocks[at]?.text.slice(0, 40) ?? 'nowhere')}`;
      outcomes.push({
        edit: edit.name,
        id,
        labelled: label !== undefined,
        result: right ? 'right' : hasConflict ? 'asked' : 'wrong',
        summary,
      });
    });
  }
  return outcomes;
}

function changed(source: string, { name, change }: LabelledEdit): string {
  return change.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`“${name}” looks for words that are not there: ${from}`);
    return text.replace(from, () => to);
  }, source);
}

/** The block with these words. */
function one(blocks: readonly Block[], words: string, name: string): number {
  const found = blocks.flatMap((block, index) => (block.text.includes(words) ? [index] : []));
  if (found.length !== 1) throw new Error(`“${name}”: ${found.length} blocks have the words: ${words}`);
  return found[0] ?? -1;
}

/** `2:words` is the second block with these words; `- words` is in a list or in the block before it. */
function isExpectedBlock(blocks: readonly Block[], expected: string, name: string, at: number): boolean {
  const [, nth, words = ''] = /^(?:(\d):)?(?:- )?(.*)$/s.exec(expected) ?? [];
  const found = blocks.flatMap((block, index) => (block.text.includes(words) ? [index] : []));
  if (found.length === 0) throw new Error(`“${name}” has no block with the words: ${expected}`);
  return nth === undefined ? found.includes(at) : found[Number(nth) - 1] === at;
}

function same(a: Block | undefined, b: Block): boolean {
  const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return a !== undefined && letters(a.text) === letters(b.text);
}
