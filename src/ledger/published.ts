import { execFileSync } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { type Ledger, parseLedger } from '../essay/ledger.ts';

/**
 * The ledger as it was last committed: what others may have linked to. What is only in the working copy has
 * been seen by nobody but its author.
 * @returns `null` where nothing was committed yet; `undefined` where there is no git to ask, so that everything
 *   in the file must be taken as published
 */
export function committedLedger(path: string): Ledger | null | undefined {
  const folder = dirname(path);
  if (git(folder, ['rev-parse', '--verify', 'HEAD']) === undefined) return undefined;
  if (git(folder, ['check-ignore', '-q', path]) !== undefined) return undefined;
  const text = git(folder, ['show', `HEAD:./${basename(path)}`]);
  if (text === undefined) return null;
  const ledger = parseLedger(text);
  return typeof ledger === 'string' ? undefined : ledger;
}

function git(folder: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
