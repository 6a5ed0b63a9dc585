import { type CalendarDate, isCalendarDate } from '../document/calendar-date.ts';
import type { SiteConfiguration } from '../document/configuration.ts';
import { AuthorError, problem } from '../document/problem.ts';

/**
 * The day on which a site is made, as whoever builds it says: `--day 2026-11-25`, or the variable `STET_DAY`. A build
 * never asks the clock, so that the same inputs give the same bytes.
 * @param file the configuration, for the messages
 * @returns null where nothing on the site depends on it
 * @throws AuthorError where it is needed and was not said, or is no day
 */
export function buildDay(
  { comments }: SiteConfiguration,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  file: string,
): CalendarDate | null {
  if ((comments?.closeAfterDays ?? null) === null) return null;
  const option = args.indexOf('--day');
  const joined = args.find((one) => one.startsWith('--day='))?.slice('--day='.length);
  const found = joined ?? (option >= 0 ? (args[option + 1] ?? '') : (env['STET_DAY'] ?? null));
  if (found === null) throw new AuthorError([problem('site/no-day', {}, { file })]);
  if (!isCalendarDate(found)) throw new AuthorError([problem('site/invalid-day', { found }, { file })]);
  return found;
}
