import { execFileSync } from 'node:child_process';
import type { Source } from '../compile/text-reader.ts';
import { type CalendarDate, isCalendarDate } from '../document/calendar-date.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import { AuthorError, problem } from '../document/problem.ts';
import { root } from '../paths.ts';

/**
 * Slugs of the essays whose day of publication is still to come on the day of the build: they are held back.
 *
 * Without a day nothing is held back, and an essay that seems to be of the future stops the build: one that is later
 * than both the last commit and the clock of this machine. What is built depends on neither of them.
 * @throws AuthorError where the build needs its day
 */
export function heldBack(
  essays: readonly Source<Frontmatter>[],
  day: CalendarDate | null,
  today: CalendarDate | null = clockDay(),
  commit: () => CalendarDate | null = commitDay,
): Set<string> {
  const ready = essays.filter(({ metadata }) => !metadata.draft);
  const after = (limit: CalendarDate | null) =>
    ready.filter(({ metadata }) => limit !== null && metadata.published > limit);
  if (day !== null) return new Set(after(day).map(({ slug }) => slug));
  const future = after(today);
  const last = future.length > 0 ? commit() : null;
  const problems = future
    .filter(({ metadata }) => last === null || metadata.published > last)
    .map(({ file, text, metadata: { published } }) => {
      const line = text.split('\n').findIndex((one) => one.startsWith('published:')) + 1;
      return problem('site/no-day-for-essay', { published, day: today ?? published }, { file, line });
    });
  if (problems.length > 0) throw new AuthorError(problems);
  return new Set();
}

function clockDay(): CalendarDate | null {
  const day = new Date().toISOString().slice(0, 10);
  return isCalendarDate(day) ? day : null;
}

/** The day of the last commit, in UTC; null without git. */
function commitDay(): CalendarDate | null {
  try {
    const seconds = execFileSync('git', ['log', '-1', '--format=%ct'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const day = new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
    return isCalendarDate(day) ? day : null;
  } catch {
    return null; // no git, no repository or no commit yet
  }
}
