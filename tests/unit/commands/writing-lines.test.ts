import { expect, it } from 'vitest';
import { writingLines } from '../../../src/commands/writing-lines.ts';
import type { CalendarDate } from '../../../src/document/calendar-date.ts';

const address = 'http://localhost:4321/';
const text = (slug: string, published: CalendarDate, draft = false) => ({
  slug,
  metadata: { draft, published },
});
const past = text('past', '2026-01-01');
const said = (...texts: ReturnType<typeof text>[]) => writingLines(address, texts, '2026-11-25');

it('say where the site is', () => {
  expect(said(past)).toEqual(['The site is shown at http://localhost:4321/']);
});

it('say where each draft is, and each text whose day has not come', () => {
  expect(
    said(
      text('winter', '2026-11-26'),
      past,
      text('today', '2026-11-25'),
      text('tides/de', '2027-01-01', true),
    ),
  ).toEqual([
    'The site is shown at http://localhost:4321/',
    'Draft: http://localhost:4321/essays/tides/de/',
    'Held back until 2026-11-26: http://localhost:4321/essays/winter/',
  ]);
});

it('name five, and count the others', () => {
  const drafts = Array.from({ length: 7 }, (_, number) => text(`a-${number}`, '2026-01-01', true));
  expect(said(...drafts.slice(0, 5))).toHaveLength(6);
  const lines = said(...drafts);
  expect(lines).toHaveLength(7);
  expect(lines.slice(-2)).toEqual(['Draft: http://localhost:4321/essays/a-4/', 'and 2 more']);
});
