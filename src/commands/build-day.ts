import { type CalendarDate, isCalendarDate } from '../document/calendar-date.ts';
import type { SiteConfiguration } from '../document/configuration.ts';
import { AuthorError, problem } from '../document/problem.ts';

/**
 * The day on which a site is made, as whoever builds it says: `--day 2026-11-25`, or the variable `STET_DAY`. What a
 * build makes never depends on the clock, so that the same inputs give the same bytes.
 * @param file the configuration, for the messages
 * @returns null where nobody said it
 * @throws AuthorError where comments close by it and it was not said, or where it is no day
 */
export function buildDay(
  { comments }: SiteConfiguration,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  file: string,
): CalendarDate | null {
  const option = args.indexOf('--day');
  const joined = args.find((one) => one.startsWith('--day='))?.slice('--day='.length);
  const found = joined ?? (option >= 0 ? (args[option + 1] ?? '') : (env['STET_DAY'] ?? null));
  if (found === null) {
    if (closesComments({ comments })) throw new AuthorError([problem('site/no-day', {}, { file })]);
    return null;
  }
  if (!isCalendarDate(found)) throw new AuthorError([problem('site/invalid-day', { found }, { file })]);
  return found;
}

/** True where the day of the build decides which essays can be commented on. */
export function closesComments({ comments }: Pick<SiteConfiguration, 'comments'>): boolean {
  return (comments?.closeAfterDays ?? null) !== null;
}
