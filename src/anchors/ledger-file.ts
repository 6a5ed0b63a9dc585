import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, problem } from '../document/problem.ts';
import { essaysFolder, pathFromRoot } from '../paths.ts';
import { emptyLedger, type Ledger, parseLedger } from './ledger.ts';

/** A ledger as it is on the disk. */
export interface LedgerFile {
  /** Path from the repository's top. */
  file: string;
  /** The text of the file with line ends `\n`; empty where there is none. */
  storedText: string;
  ledger: Ledger;
}

/** The path of an essay's ledger. */
export function ledgerPath(slug: string): string {
  return join(essaysFolder, slug, 'anchors.json');
}

/** Reads an essay's ledger; an empty one where there is no file. */
export function readLedger(slug: string): LedgerFile | Problem {
  const file = pathFromRoot(ledgerPath(slug));
  if (statSync(ledgerPath(slug), { throwIfNoEntry: false })?.isDirectory())
    return problem(
      'anchors/unreadable-ledger',
      { reason: 'is a folder, where a file belongs. Remove it, or restore it from your last commit.' },
      { file },
    );
  const storedText = readLedgerText(slug);
  const ledger = storedText === '' ? emptyLedger(slug) : parseLedger(storedText);
  if ('message' in ledger)
    return problem('anchors/unreadable-ledger', { reason: ledger.message }, { file, line: ledger.line });
  return { file, storedText, ledger };
}

/** The file of an essay's ledger with line ends `\n`; empty where there is none. */
export function readLedgerText(slug: string): string {
  return readText(ledgerPath(slug));
}

/** The text of a file with line ends `\n`; empty where there is none. */
export function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : '';
}
