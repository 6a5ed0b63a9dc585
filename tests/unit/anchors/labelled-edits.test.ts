import { expect, it } from 'vitest';
import { labelledEdits } from '../../../bench/anchor-edits/edits.ts';
import { score } from '../../../bench/anchor-edits/score.ts';

it('at least 97 % of the ids named in 60 or more real edits are carried rightly, and none wrongly in silence', async () => {
  const outcomes = await score();
  const named = outcomes.filter((one) => one.labelled);
  expect(labelledEdits.length).toBeGreaterThanOrEqual(60);
  expect(outcomes.filter((one) => one.result === 'wrong')).toEqual([]);
  expect(named.filter((one) => one.result === 'right').length / named.length).toBeGreaterThanOrEqual(0.97);
});
