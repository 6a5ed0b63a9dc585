import type { CalendarDate } from './calendar-date.ts';
import type { Frontmatter } from './frontmatter.ts';

/**
 * The day of the last change that a reader would notice, as the author says it: the newest of `published`, `updated`
 * and `changes`. A change of the site's looks or of a letter is none.
 */
export function lastChanged({
  published,
  updated,
  changes,
}: Pick<Frontmatter, 'published' | 'updated' | 'changes'>): CalendarDate {
  const dates = [published, ...(updated === undefined ? [] : [updated]), ...changes.map(({ date }) => date)];
  return dates.reduce((last, date) => (date > last ? date : last));
}
