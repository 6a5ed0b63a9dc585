import { writeFileSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import { type Problem, problem } from '../document/problem.ts';
import { root } from '../paths.ts';
import type { StaleFile } from './stale-files.ts';

/** True where ledgers may only be read: in CI, and in a command with `--frozen`. */
export function isFrozen(): boolean {
  return process.argv.includes('--frozen') || /^(?:1|true)$/i.test(process.env['CI'] ?? '');
}

/** Written files that are named; of any others only the number is. */
const mostNamedFiles = 20;

/** Writes stale files. @returns one line for each */
export function writeFiles(stale: readonly StaleFile[]): string[] {
  for (const { file, text } of stale) writeFileSync(resolvePath(root, file), text);
  const lines = stale.map(({ file, summary }) => `${file}: ${summary}. Commit this file with your text.`);
  if (lines.length <= mostNamedFiles) return lines;
  const more = lines.length - mostNamedFiles;
  return [...lines.slice(0, mostNamedFiles), `and ${more} more files. Commit them with your texts.`];
}

/**
 * The problems that stop a build where ledgers may only be read. New comments alone are none: they are merged as pull
 * requests, without a build on the author's machine, and the next build there records them.
 */
export function staleProblems(stale: readonly StaleFile[]): Problem[] {
  const texts = stale.filter(({ mayWait }) => !mayWait);
  return texts.map(({ file, summary }) => problem('anchors/stale', { summary }, { file }));
}
