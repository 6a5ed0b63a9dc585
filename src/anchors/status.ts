import { essayAddress } from '../document/address.ts';
import type { LedgerState } from './load-ledger.ts';
import type { LedgerStates } from './load-ledgers.ts';
import { isStale, summaryOf } from './stale-files.ts';

/** The state of every published id, for people: a table for each essay. */
export function statusTables({ current, orphaned }: LedgerStates): string {
  return [...current.map(essayTable), ...orphaned.map(orphanLine)].join('\n\n');
}

/** The same for programs. The keys are version 1 of the format of `--json`. */
export function statusRecord({ current, orphaned }: LedgerStates) {
  return {
    essays: current.map((state) => ({
      essay: state.source.slug,
      ledger: state.file,
      upToDate: !isStale(state),
      changes: state.resolution.changes,
      faults: state.resolution.conflicts,
    })),
    gone: orphaned.map(({ source, file, ledger: { to = null, retired = null, anchors } }) => ({
      essay: source.slug,
      ledger: file,
      to,
      retired,
      ids: anchors.length,
    })),
  };
}

function essayTable(state: LedgerState): string {
  const { source, resolution } = state;
  const { changes, conflicts, ids } = resolution;
  const unchanged = ids.length - changes.filter(({ what }) => what !== 'merged').length;
  const rows = [
    ...changes.map(({ what, id, kind, into, text }) => [what, id, kind, into ? `now in #${into}` : text]),
    ...conflicts.map(({ what, id, kind, text }) => [what.toUpperCase(), id, kind, text]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(
    (row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`,
  );
  const status = isStale(state) ? `stale: ${summaryOf(state)}` : 'up to date';
  return [`${source.slug}: ${unchanged} unchanged, ${status}`, ...lines].join('\n');
}

function orphanLine({ source, ledger: { to, retired, anchors } }: LedgerState): string {
  return `${source.slug}: ${outcome(to, retired)}; ${anchors.length} ids`;
}

/** What became of an essay or of a text, as the end of a sentence. */
export function outcome(to: string | undefined, retired: string | undefined): string {
  if (retired !== undefined) return `was retired: ${retired}`;
  return to === undefined ? 'is missing and stops the build' : `redirects to ${to}`;
}

/** One line about a whole essay. @returns null where no essay was ever published under this slug */
export function describeEssay(slug: string, { current, orphaned, list }: LedgerStates): string | null {
  const address = essayAddress(slug);
  const essay = current.find(({ source }) => source.slug === slug);
  if (essay)
    return `${address} is ${essay.source.file}: “${essay.title}”, ${essay.resolution.ids.length} ids`;
  const renamed = [...current, ...orphaned].find(({ ledger }) => ledger.previousSlugs.includes(slug));
  if (renamed) return `${address} redirects to ${essayAddress(renamed.source.slug)}`;
  const orphan = orphaned.find(({ source }) => source.slug === slug);
  if (!orphan && !list.published.has(slug)) return null;
  return `${address} ${outcome(orphan?.ledger.to, orphan?.ledger.retired)}`;
}
