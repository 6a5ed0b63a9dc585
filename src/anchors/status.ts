import { essayAddress } from '../document/address.ts';
import type { LedgerState } from './load-ledger.ts';
import type { LedgerStates } from './load-ledgers.ts';
import { summary } from './update-ledgers.ts';

/** What became of every published id, for people: a table for each essay. */
export function statusTables({ current, orphaned }: LedgerStates): string {
  return [...current.map(table), ...orphaned.map(line)].join('\n\n');
}

/** The same for machines. */
export function statusFacts({ current, orphaned }: LedgerStates) {
  const essays = current.map(({ source, file, before, after, resolution: { changes, faults } }) => ({
    essay: source.slug,
    ledger: file,
    upToDate: before === after,
    changes,
    faults,
  }));
  const gone = orphaned.map(({ source, file, ledger: { to = null, retired = null, anchors } }) => ({
    essay: source.slug,
    ledger: file,
    to,
    retired,
    ids: anchors.length,
  }));
  return { essays, gone };
}

function table(open: LedgerState): string {
  const { source, before, after, resolution } = open;
  const { changes, faults, ids } = resolution;
  const same = ids.length - changes.filter((one) => one.what !== 'merged').length;
  const rows = [
    ...changes.map((one) => [one.what, one.id, one.kind, one.into ? `now in #${one.into}` : one.text]),
    ...faults.map((one) => [one.what.toUpperCase(), one.id, one.kind, one.text]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(
    (row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`,
  );
  const state = before === after ? 'up to date' : `to be written: ${summary(open)}`;
  return [`${source.slug}: ${same} unchanged, ${state}`, ...lines].join('\n');
}

function line({ source, ledger: { to, retired, anchors } }: LedgerState): string {
  return `${source.slug}: ${fate(to, retired)}; ${anchors.length} ids`;
}

/** What became of an essay or a place, as the end of a sentence. */
export function fate(to: string | undefined, retired: string | undefined): string {
  if (retired !== undefined) return `was taken out: ${retired}`;
  return to === undefined ? 'is lost: the build stops' : `leads to ${to}`;
}

/** One line on a whole essay. @returns null where none was ever published under this slug */
export function essayInWords(slug: string, { current, orphaned, list }: LedgerStates): string | null {
  const address = essayAddress(slug);
  const there = current.find(({ source }) => source.slug === slug);
  if (there)
    return `${address} stands at ${there.source.file}: “${there.title}”, ${there.resolution.ids.length} ids`;
  const moved = [...current, ...orphaned].find(({ ledger }) => ledger.formerly.includes(slug));
  if (moved) return `${address} leads to ${essayAddress(moved.source.slug)}`;
  const gone = orphaned.find(({ source }) => source.slug === slug);
  if (!gone && !list.published.has(slug)) return null;
  return `${address} ${fate(gone?.ledger.to, gone?.ledger.retired)}`;
}
