import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { withoutProgress } from './without-progress.ts';

/** A real build of a small library in `tests/fixtures`. */
export interface BuiltFixture {
  folder: string;
  code: number;
  /** Everything the build printed, without its progress. */
  output: string;
}

export function buildFixture(name: string): Promise<BuiltFixture> {
  const folder = resolve('.stet/fixtures', name);
  const env = { ...process.env, STET_CONTENT: `tests/fixtures/${name}`, STET_OUT: folder };
  return new Promise((done) => {
    execFile(process.execPath, ['src/commands/build.ts'], { env }, (error, out, errors) => {
      done({
        folder,
        code: typeof error?.code === 'number' ? error.code : 0,
        output: withoutProgress(`${out}${errors}`).trim(),
      });
    });
  });
}
