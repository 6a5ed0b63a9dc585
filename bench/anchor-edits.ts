import { labelledEdits } from './anchor-edits/edits.ts';
import { score } from './anchor-edits/score.ts';

/** How well ids are carried over real edits: `node bench/anchor-edits.ts`. */
const outcomes = await score();
const labelled = outcomes.filter((one) => one.labelled);
const count = (list: typeof outcomes, result: string) => list.filter((one) => one.result === result).length;
for (const [name, list] of [
  ['ids named in a label', labelled],
  ['all ids in all edits', outcomes],
] as const)
  console.log(
    `${name}: ${list.length}; right ${count(list, 'right')} (${((100 * count(list, 'right')) / list.length).toFixed(2)} %), wrong without a conflict ${count(list, 'wrong')}, conflict without need ${count(list, 'asked')}`,
  );
console.log(`edits: ${labelledEdits.length}`);
for (const one of outcomes)
  if (one.result !== 'right') console.log(`${one.result}: ${one.edit}: ${one.summary}`);
