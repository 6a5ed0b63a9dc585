import { expect, it } from 'vitest';
import { emptyLedger } from '../../../src/anchors/ledger.ts';
import { changedDates, type DatedLedger } from '../../../src/library/changed-dates.ts';

const anchor = (id: string, since: string) => ({
  id,
  kind: 'paragraph' as const,
  since,
  text: '',
  sketch: '',
});
const essay = (unpublished: string[], ...days: string[]): DatedLedger => ({
  source: { slug: 'a', file: 'a.md', text: '---\ntitle: A\npublished: 2026-05-01\n---\n' },
  ledger: { ...emptyLedger('a'), anchors: days.map((day, index) => anchor(`p${index}`, day)) },
  version: { day: '', unpublished: new Set(unpublished) },
});
const found = (one: DatedLedger) =>
  changedDates([one], new Map([['a', '2026-05-01']])).map(({ line, message }) => `${line}: ${message}`);

it('names a `published` that was moved behind what readers saw', () => {
  expect(found(essay([], '2026-06-01', '2026-01-02'))).toEqual([
    '3: `published` is 2026-05-01, and parts of the essay were published on 2026-01-02. Write the first day there, and the day of the change into `updated`.',
  ]);
});

it('says nothing of the first day itself, and of what only its author has seen', () => {
  expect(found(essay([], '2026-05-01', '2026-06-01'))).toEqual([]);
  expect(found(essay(['p0'], '2026-01-02'))).toEqual([]);
});
