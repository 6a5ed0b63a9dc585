import { expect, it } from 'vitest';
import { emptyLedger } from '../../../src/anchors/ledger.ts';
import { resolve } from '../../../src/anchors/resolve.ts';
import { summaryOf } from '../../../src/anchors/stale-files.ts';
import type { Block } from '../../../src/document/block.ts';

const block = (text: string): Block => ({ kind: 'paragraph', text, own: null, marks: 0 });
const source = { slug: 'a', file: 'a/index.md', text: '' };
const tides = 'A first paragraph about tides.';
const ropes = 'A second one about harbour walls and ropes.';
const first = resolve([block(tides)], emptyLedger('a'), { day: '2026-11-22' });
const summary = (resolution: typeof first) => summaryOf({ source, storedText: '', recorded: [], resolution });

it('says of what there are how many', () => {
  expect(summary(first)).toBe('1 new id');
  expect(summary(resolve([block(tides), block(ropes)], emptyLedger('a'), { day: '2026-11-22' }))).toBe(
    '2 new ids',
  );
  const later = [block('A first paragraph about the tides.'), block(ropes)];
  expect(summary(resolve(later, first.ledger, { day: '2026-12-01' }))).toBe(
    '1 carried to changed text, 1 new id',
  );
});
