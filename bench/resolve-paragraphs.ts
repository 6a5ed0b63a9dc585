import { emptyLedger } from '../src/anchors/ledger.ts';
import { resolve } from '../src/anchors/resolve.ts';
import type { Block } from '../src/document/block.ts';

/** How long 5,000 paragraphs take to resolve, in milliseconds, best of three: `npx node bench/resolve-paragraphs.ts`. */
const count = 5000;
let state = 1;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const word = () => `w${Math.floor(8000 * random() ** 3).toString(36)}`;
const paragraph = (): string[] => Array.from({ length: 40 + Math.floor(random() * 80) }, word);
const block = (words: readonly string[], index: number): Block => ({
  kind: index % 20 === 0 ? 'section' : 'paragraph',
  text: (index % 20 === 0 ? words.slice(0, 5) : words).join(' '),
  own: null,
  marks: 0,
});
const texts = Array.from({ length: count }, paragraph);
const blocks = texts.map(block);
const { ledger } = resolve(blocks, emptyLedger('long'), { day: '2026-11-22' });
const reworded = (every: number) =>
  texts.map((words, index) =>
    block(index % every === 0 ? words.map((one) => (random() < 0.3 ? word() : one)) : words, index),
  );
console.log(`${count} paragraphs`);
for (const [name, now] of [
  ['nothing changed', blocks],
  ['one in ten reworded', reworded(10)],
  ['every one reworded', reworded(1)],
  ['all turned round', [...blocks].reverse()],
  ['every second one deleted', blocks.filter((_, index) => index % 2 === 0)],
] as const) {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    const { conflicts, changes } = resolve(now, ledger, { day: '2026-12-01' });
    return { time: performance.now() - start, conflicts: conflicts.length, changes: changes.length };
  });
  const best = times.sort((a, b) => a.time - b.time)[0];
  const row = [
    name,
    `${best?.time.toFixed(0)} ms`,
    `${best?.changes} changes`,
    `${best?.conflicts} conflicts`,
  ];
  console.log(
    row.map((cell, column) => cell.padStart(column === 0 ? 0 : 16).padEnd(column === 0 ? 26 : 0)).join(''),
  );
}
