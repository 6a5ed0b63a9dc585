import { essayAddress } from '../document/address.ts';
import type { Change } from './changes.ts';
import { ledgerText } from './ledger.ts';
import type { LedgerState } from './load-ledger.ts';
import type { LedgerStates } from './load-ledgers.ts';
import { updatedListText } from './published-list.ts';

/** A ledger or the list of essays that does not agree with the texts. */
export interface StaleFile {
  /** Path from the repository's top. */
  file: string;
  /** The file as it should be. */
  text: string;
  /** What is different, in numbers. */
  summary: string;
  /** True where nothing but comments is different, or where the list is from a version that did not count ids. */
  mayWait: boolean;
}

/** The stale ledgers without a conflict, then the list of essays. */
export function staleFiles(states: LedgerStates): StaleFile[] {
  const { current, orphaned, list } = states;
  const ledgers = [...current, ...orphaned]
    .filter((state) => isStale(state) && state.resolution.conflicts.length === 0)
    .map((state) => ({
      file: state.file,
      text: state.updatedText,
      summary: summaryOf(state),
      mayWait: hasOnlyComments(state),
    }));
  const text = updatedListText(states);
  if (text === list.storedText) return ledgers;
  const newSlugs = current.map(({ source }) => source.slug).filter((slug) => !list.published.has(slug));
  const summary = listSummary(newSlugs);
  return [...ledgers, { file: list.file, text, summary, mayWait: hasNoNumbers(list.storedText, text) }];
}

/** True for a list that has no numbers of ids yet and is up to date otherwise. */
function hasNoNumbers(stored: string, text: string): boolean {
  return stored === text.replace(/,\n {2}"ids": \{[^}]*\}/, '');
}

/** What is different in the list. More than three new essays are only counted. */
function listSummary(newSlugs: readonly string[]): string {
  if (newSlugs.length === 0) return 'titles, numbers of ids or translations changed, or lines removed';
  if (newSlugs.length > 3) return `${newSlugs.length} new essays`;
  return `${newSlugs.map((slug) => `\`${slug}\``).join(', ')} new`;
}

/** True where a ledger's file does not agree with its text. */
export function isStale({ storedText, updatedText }: LedgerState): boolean {
  return storedText !== updatedText;
}

function hasOnlyComments({ storedText, recorded, resolution: { ledger } }: LedgerState): boolean {
  const { comments: _, ...rest } = ledger;
  return storedText === ledgerText(recorded.length === 0 ? rest : { ...rest, comments: [...recorded] });
}

const changeLabels: Record<Change['what'], string> = {
  carried: 'carried to changed text',
  new: 'new ids',
  moved: 'moved',
  merged: 'merged into another',
  restored: 'restored',
};

/** What is different in a ledger, in numbers: `2 carried to changed text, 1 new id`. */
export function summaryOf({
  source,
  storedText,
  recorded,
  resolution,
}: Pick<LedgerState, 'source' | 'storedText' | 'recorded' | 'resolution'>): string {
  const { changes, ledger } = resolution;
  const counts = Object.entries(changeLabels).flatMap(([what, label]) => {
    const count = changes.filter((change) => change.what === what).length;
    return count > 0 ? [`${count} ${what === 'new' && count === 1 ? 'new id' : label}`] : [];
  });
  const comments = (ledger.comments ?? []).filter((id) => !recorded.includes(id)).length;
  if (comments > 0) counts.push(`${comments} new ${comments === 1 ? 'comment' : 'comments'}`);
  const hasNewSlug = storedText !== '' && !storedText.includes(`"slug": ${JSON.stringify(source.slug)},`);
  if (hasNewSlug) counts.unshift(`the address of the essay is now ${essayAddress(source.slug)}`);
  return counts.join(', ') || 'order, beginnings of texts or format';
}
