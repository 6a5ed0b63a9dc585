import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the finished site. */
    site: string;
  }
}

let building: Promise<unknown> | undefined;

/** Builds the real site once for all tests that read it, beside `dist/`, which stays as it was. */
export default async function buildOnce(project: TestProject) {
  const site = resolve('.stet/test-site');
  building ??= promisify(execFile)(process.execPath, ['src/commands/build.ts'], {
    env: { ...process.env, STET_OUT: site },
  });
  await building;
  project.provide('site', site);
}
