import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

declare global {
  /** The folder of this run; every project of the tests loads this file anew, in one process. */
  var temporaryFolderForTests: string | undefined;
}

/** Gives all tests of a run one folder for temporary files, before any worker starts, and removes it with all they left. */
export default function temporaryFolder(): (() => void) | undefined {
  if (globalThis.temporaryFolderForTests !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'stet-tests-'));
  chmodSync(folder, 0o755); // a web server reads its site as another user
  globalThis.temporaryFolderForTests = folder;
  const names = ['TMPDIR', 'TEMP', 'TMP']; // the first on Unix, the others on Windows
  const before = names.map((name) => process.env[name]);
  for (const name of names) process.env[name] = folder;
  return () => {
    names.forEach((name, index) => {
      const value = before[index];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    });
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
}
