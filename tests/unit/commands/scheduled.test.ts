import { expect, it } from 'vitest';
import { heldBack } from '../../../src/commands/scheduled.ts';
import type { Source } from '../../../src/compile/text-reader.ts';
import type { CalendarDate } from '../../../src/document/calendar-date.ts';
import { essaySchema, type Frontmatter } from '../../../src/document/frontmatter.ts';

function essay(slug: string, published: string, draft = false): Source<Frontmatter> {
  const metadata = essaySchema('en').parse({ title: 'A', description: 'B', published, draft });
  const text = `---\ntitle: A\npublished: ${published}\n---\n\nText.\n`;
  return { slug, file: `${slug}.md`, path: '', text, metadata };
}

const essays = [
  essay('past', '2026-01-01'),
  essay('future', '2026-12-24'),
  essay('draft', '2026-12-24', true),
];
const held = (day: CalendarDate | null, today: CalendarDate | null, commit: CalendarDate | null) => [
  ...heldBack(essays, day, today, () => commit),
];

it('holds back what is later than the day that was told, whatever the clock says', () => {
  expect(held('2026-11-25', '2030-01-01', null)).toEqual(['future']);
  expect(held('2026-12-24', '2020-01-01', null)).toEqual([]);
});

it('asks for the day only where an essay is later than the clock and than the last commit', () => {
  expect(() => held(null, '2026-11-25', '2026-11-24')).toThrow(
    'future.md:3: The essay is dated 2026-12-24, which has not come yet, and the build was not told its day. Write `npm run build -- --day 2026-11-25`',
  );
  expect(() => held(null, '2026-11-25', null)).toThrow();
  expect(held(null, '2027-01-01', null)).toEqual([]);
  expect(held(null, '2020-01-01', '2026-12-24')).toEqual([]); // a wrong clock stops nothing that was committed
});
