import { expect, it } from 'vitest';
import type { Block } from '../../../src/essay/block.ts';
import { emptyLedger } from '../../../src/essay/ledger.ts';
import { resolve } from '../../../src/essay/resolve.ts';

it('the number of a note is not the number of its mark', () => {
  const note = (own: string): Block => ({
    kind: 'note',
    text: `Words of ${own} that differ.`,
    own,
    marks: 1,
  });
  const { old } = resolve([note('fn-1'), note('fn-2'), note('fn-step-3')], emptyLedger('a'), {
    day: '2026-12-01',
  });
  expect(old).toEqual([[], [], []]);
});
