import { configDefaults, defineConfig } from 'vitest/config';
import { isThorough, longTests } from './thorough.ts';

/**
 * What a test waits for may take its time on a busy machine; it is never what is tested. In milliseconds, far
 * more than any takes on two idle cores: machines for tests differ by a factor of three.
 */
const patience = {
  testTimeout: process.env['STET_SEQUENCES'] ? 3_600_000 : 300_000, // a nightly run tries ten times as many cases
  hookTimeout: 600_000,
  expect: { poll: { timeout: 40_000 } },
};

/**
 * On a busy machine a browser now and then misses the moment that a case waits for. Where all tests run, such a case
 * gets a second try; the last lines of the run name it.
 */
const inBrowser = { ...patience, retry: isThorough ? 1 : 0 };

/**
 * What the tests import and start reads this library, and never what the owner of the site wrote in `content/`; its
 * history does not matter.
 */
const env = { STET_CONTENT: 'tests/fixtures/site', STET_SHALLOW: 'allow' };

/** `npm test` names no files, and then leaves the long ones to `npm run test:all`. */
const exclude = [...configDefaults.exclude, ...(process.env['STET_EVERYDAY'] === '1' ? longTests : [])];

/** Whatever tests leave in the folder for temporary files is removed when they have ended. */
const temporary = 'tests/temporary-folder.ts';

/**
 * Six layers: `unit` builds nothing, `site` reads one real build as facts, `browser` drives a real Chromium, `engines`
 * three browsers, `servers` real servers, `endpoint` the receiver of comments.
 */
export default defineConfig({
  test: {
    maxWorkers: 3, // builds and pages mostly wait; two workers would leave half of two cores idle
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude,
          globalSetup: [temporary],
          env,
          ...patience,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          exclude,
          globalSetup: [temporary, 'tests/site/build-once.ts'],
          env,
          ...patience,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude,
          globalSetup: [temporary, 'tests/browser/unpack-once.ts', 'tests/site/build-once.ts'],
          env,
          ...inBrowser,
        },
      },
      {
        test: {
          name: 'servers',
          include: ['tests/servers/**/*.test.ts'],
          exclude,
          globalSetup: [temporary, 'tests/browser/unpack-once.ts', 'tests/site/build-once.ts'],
          env,
          ...inBrowser,
        },
      },
      {
        test: {
          name: 'engines',
          include: ['tests/engines/**/*.test.ts'],
          exclude,
          globalSetup: [temporary, 'tests/browser/unpack-once.ts', 'tests/site/build-once.ts'],
          env,
          ...inBrowser,
        },
      },
      {
        test: {
          name: 'endpoint',
          include: ['tests/endpoint/**/*.test.ts'],
          exclude,
          globalSetup: [temporary],
          ...patience,
        },
      },
    ],
  },
});
