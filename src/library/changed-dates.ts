import type { LedgerState } from '../anchors/load-ledger.ts';
import type { CalendarDate } from '../document/calendar-date.ts';
import { type Problem, problem } from '../document/problem.ts';

/** What is read of a ledger and its text. */
export type DatedLedger = Pick<LedgerState, 'source' | 'ledger' | 'version'>;

/**
 * Essays whose `published` is later than texts of theirs that were published, by the ledger. It stops nothing: the author
 * may have corrected a slip.
 * @param published the day in the frontmatter, by slug, of the essays that readers can see
 */
export function changedDates(
  ledgers: readonly DatedLedger[],
  published: ReadonlyMap<string, CalendarDate>,
): Problem[] {
  return ledgers.flatMap(({ source, ledger, version }) => {
    const day = published.get(source.slug);
    const days = ledger.anchors.filter(({ id }) => !version.unpublished?.has(id)).map(({ since }) => since);
    const first = days.sort()[0];
    if (day === undefined || first === undefined || day <= first) return [];
    const line = source.text.split('\n').findIndex((one) => one.startsWith('published:')) + 1;
    return [problem('frontmatter/changed-published', { day, first }, { file: source.file, line })];
  });
}
