import { describe, expect, it } from 'vitest';
import { emptyLedger } from '../../../src/anchors/ledger.ts';
import { resolve } from '../../../src/anchors/resolve.ts';
import type { Block, BlockKind } from '../../../src/document/block.ts';
import { isThorough } from '../../thorough.ts';

const block = (kind: BlockKind, text: string): Block => ({ kind, text, own: null, marks: 0 });

/** Resolves a text with the ledger of another. @returns how many ids stayed where they were, and seconds */
function edited(before: readonly Block[], after: readonly Block[]) {
  const { ledger, ids } = resolve(before, emptyLedger('a'), { day: '2026-01-01' });
  const start = performance.now();
  const result = resolve(after, ledger, { day: '2026-01-02' });
  const seconds = (performance.now() - start) / 1000;
  return { ids, now: result.ids, seconds };
}

/** Ten times what it takes here: what grows with the square takes a hundred times as long. */
const patience = 10;

describe('a text with', () => {
  it('1,000 headings of the same words', () => {
    const before = Array.from({ length: 1000 }, (_, at) => [
      block('section', 'Notes'),
      block('paragraph', `Text number ${at} of many words w${at} v${at * 3} u${at * 7}.`),
    ]).flat();
    const after = before
      .slice(2)
      .map((one, at) => (at % 20 === 1 ? block('paragraph', `${one.text} More.`) : one));
    const { ids, now, seconds } = edited(before, after);
    expect(now).toEqual(ids.slice(2));
    expect(seconds).toBeLessThan(patience);
  });

  it('1,000 headings of the same words, of which no text stayed', () => {
    const text = (at: number) => [
      block('section', 'Notes'),
      block('paragraph', `w${at} v${at * 3} u${at * 7}`),
    ];
    const before = Array.from({ length: 1000 }, (_, at) => text(at)).flat();
    const after = Array.from({ length: 999 }, (_, at) => text(at + 5000)).flat();
    expect(edited(before, after).seconds).toBeLessThan(patience);
  });

  it('3,000 equal paragraphs, of which the first was removed', () => {
    const before = Array.from({ length: 3000 }, () =>
      block('paragraph', 'The same words in every one of them.'),
    );
    const { now, seconds } = edited(before, before.slice(1));
    expect(new Set(now).size).toBe(2999);
    expect(seconds).toBeLessThan(patience);
  });

  const count = isThorough ? 9500 : 2000;
  it(`${count} paragraphs, of which a third was edited`, () => {
    const word = (at: number, index: number) => `w${(at * 7919 + index * 104729) % 10_007}`;
    const text = (at: number, length: number) =>
      Array.from({ length }, (_, index) => word(at, index)).join(' ');
    const before = Array.from({ length: count }, (_, at) => block('paragraph', text(at, 30)));
    const after = before.map((one, at) => (at % 3 === 1 ? block('paragraph', `${text(at, 25)} other`) : one));
    const { ids, now, seconds } = edited(before, after);
    expect(now).toEqual(ids);
    expect(seconds).toBeLessThan(patience);
  });
});
