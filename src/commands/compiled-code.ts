import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** Bytes from which the folder is emptied: one version of all code has 20 MB, and Node never deletes from it. */
const limit = 100_000_000;

/**
 * Lets Node keep the compiled form of every module that is loaded from now on, and take it from there the next time. It
 * looks at a module's text before it does.
 * @param folder absolute path; need not exist
 */
export function keepCompiledCode(folder: string): void {
  try {
    if (sizeOf(folder) > limit) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  } catch {
    // another process writes or empties it at the same time
  }
  enableCompileCache(folder);
}

function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, entry) =>
        sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
}
