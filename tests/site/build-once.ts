import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a finished site: one long essay in English and a page, as an owner might have them. */
    site: string;
    /** The folder of the specimen: essays that use every construct. */
    specimen: string;
  }
}

declare global {
  /** The two builds, under way or done; every project of the tests loads this file anew, in one process. */
  var sitesForTests: Promise<unknown> | undefined;
}

/** Builds the site of `tests/fixtures/site` and the specimen once for all tests that read them, beside `dist/`, which stays as it was. */
export default async function buildOnce(project: TestProject) {
  const site = resolve('.stet/test-site');
  const specimen = resolve('.stet/test-specimen');
  globalThis.sitesForTests ??= Promise.all([
    built(site, 'tests/fixtures/site'),
    built(specimen, 'tests/specimen'),
  ]);
  await globalThis.sitesForTests;
  project.provide('site', site);
  project.provide('specimen', specimen);
}

function built(folder: string, content: string) {
  return promisify(execFile)(process.execPath, ['src/commands/build.ts'], {
    env: { ...process.env, STET_OUT: folder, STET_CONTENT: content },
  });
}
