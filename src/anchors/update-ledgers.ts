import { writeFileSync } from 'node:fs';
import { resolve as toPath } from 'node:path';
import { essayAddress, fragmentAddress } from '../document/address.ts';
import type { Problem } from '../document/problem.ts';
import { root } from '../paths.ts';
import type { Change } from './changes.ts';
import type { Fault } from './conflict.ts';
import { faultProblem } from './conflict-message.ts';
import { twiceNamed } from './duplicate-ids.ts';
import { ledgerText } from './ledger.ts';
import type { LedgerState } from './load-ledger.ts';
import type { LedgerStates } from './load-ledgers.ts';
import { sameWords } from './match/sketch.ts';
import { lostEssays } from './missing-essay.ts';
import { listText } from './published-list.ts';

/** Where a ledger may only be read: in CI, and where a command was asked to (`--frozen`). */
export function isFrozen(): boolean {
  return process.argv.includes('--frozen') || /^(?:1|true)$/i.test(process.env['CI'] ?? '');
}

/** Files that are named one by one; of the others only the number is. */
const mostLines = 20;

/** Writes the files that are not up to date. @returns one line for each */
export function writeFiles(stale: readonly StaleFile[]): string[] {
  for (const { file, after } of stale) writeFileSync(toPath(root, file), after);
  const lines = stale.map(({ file, summary }) => `${file}: ${summary}. Commit this file with your text.`);
  if (lines.length <= mostLines) return lines;
  const more = lines.length - mostLines;
  return [...lines.slice(0, mostLines), `and ${more} more files. Commit them with your texts.`];
}

/**
 * Why a build stops where ledgers may only be read. New comments alone are no reason: they come as merged pull requests,
 * without a build on the author's machine, and the next one there records them.
 */
export function staleProblems(stale: readonly StaleFile[]): Problem[] {
  return stale.filter(({ hasOnlyComments }) => !hasOnlyComments).map(notUpToDate);
}

/** Everything that stops the build until its author has said what is meant. */
export function ledgerProblems(library: LedgerStates): Problem[] {
  const faults = library.current.flatMap((one) => {
    const twice = twiceNamed(one);
    if (twice.length > 0) return twice;
    return one.resolution.faults.map((fault) => faultProblem(fault, one, elsewhere(fault, one, library)));
  });
  return [...library.slugConflicts, ...lostEssays(library), ...faults];
}

/** Where the same words stand in another essay, for a text that is lost from one. */
function elsewhere({ id }: Fault, { ledger, source }: LedgerState, { current }: LedgerStates): string | null {
  const lost = ledger.anchors.find((one) => one.id === id);
  for (const other of current) {
    const same = other.resolution.ledger.anchors.find(
      (one) => one.to === undefined && one.retired === undefined && lost && sameWords(one, lost),
    );
    if (same && other.source.slug !== source.slug)
      return fragmentAddress(essayAddress(other.source.slug), same.id);
  }
  return null;
}

/** A file that commands keep and that does not say what the texts say. */
export interface StaleFile {
  file: string;
  after: string;
  /** What is different, in numbers. */
  summary: string;
  /** True where nothing but comments is different. */
  hasOnlyComments: boolean;
}

/** The ledgers without a fault that are to be written, and at last the list. */
export function staleFiles({ current, orphaned, list }: LedgerStates): StaleFile[] {
  const ledgers = [...current, ...orphaned]
    .filter(({ before, after, resolution }) => before !== after && resolution.faults.length === 0)
    .map((one) => ({
      file: one.file,
      after: one.after,
      summary: summary(one),
      hasOnlyComments: hasOnlyComments(one),
    }));
  const after = listText(list, current);
  if (after === list.before) return ledgers;
  const added = current.filter(({ source }) => !list.published.has(source.slug));
  const named = added.map(({ source }) => `\`${source.slug}\``).join(', ');
  const what =
    added.length > 3
      ? `${added.length} new`
      : added.length > 0
        ? `${named} new`
        : 'titles changed, or lines were taken out';
  return [...ledgers, { file: list.file, after, summary: what, hasOnlyComments: false }];
}

function hasOnlyComments({ before, recorded, resolution: { ledger } }: LedgerState): boolean {
  const { comments: _, ...rest } = ledger;
  return before === ledgerText(recorded.length === 0 ? rest : { ...rest, comments: [...recorded] });
}

function notUpToDate({ file, summary }: StaleFile): Problem {
  const message = `This file is not up to date with the texts (${summary}). Run \`npm run anchors -- accept\` on your machine and commit it.`;
  return { file, line: 0, message };
}

const inWords: Record<Change['what'], string> = {
  carried: 'carried to changed text',
  new: 'new',
  moved: 'moved',
  merged: 'merged into another',
  restored: 'restored',
};

/** What is new in a ledger, in numbers: `2 carried to changed text, 1 new`. */
export function summary(state: LedgerState): string {
  const {
    source,
    before,
    recorded,
    resolution: { changes, ledger },
  } = state;
  const parts = Object.entries(inWords).flatMap(([what, words]) => {
    const count = changes.filter((change) => change.what === what).length;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  const comments = (ledger.comments ?? []).filter((id) => !recorded.includes(id)).length;
  if (comments > 0) parts.push(`${comments} new ${comments === 1 ? 'comment' : 'comments'}`);
  const isElsewhere = before !== '' && !before.includes(`"slug": ${JSON.stringify(source.slug)},`);
  if (isElsewhere) parts.unshift(`the essay has the address ${essayAddress(source.slug)} now`);
  return parts.join(', ') || 'only the order or the beginning of texts, or the form of the file';
}
