import { expect, it } from 'vitest';
import { emptyLedger } from '../../../src/anchors/ledger.ts';
import { resolve } from '../../../src/anchors/resolve.ts';
import type { Block } from '../../../src/document/block.ts';

it('the number of a note is not the number of its reference', () => {
  const note = (own: string): Block => ({
    kind: 'note',
    text: `Words of ${own} that differ.`,
    own,
    marks: 1,
  });
  const { previous } = resolve([note('fn-1'), note('fn-2'), note('fn-step-3')], emptyLedger('a'), {
    day: '2026-12-01',
  });
  expect(previous).toEqual([[], [], []]);
});
