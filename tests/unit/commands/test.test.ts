import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const patient = 60_000; // milliseconds: each starts a Vitest of its own

it(
  'counts as failed what did not load, what never ran and what went wrong outside a case',
  () => {
    const tally = resolve('.stet/tally-of-failing.json');
    rmSync(tally, { force: true });
    const vitest = resolve('node_modules/vitest/vitest.mjs');
    const { status } = spawnSync(process.execPath, [vitest, 'run', '--root', 'tests/fixtures/failing'], {
      env: { ...process.env, STET_TALLY: tally },
    });
    expect(status).toBe(1);
    // failed: a case; two that never ran; a hook after its case; a file; a promise
    expect(JSON.parse(readFileSync(tally, 'utf8'))).toEqual({
      passed: 3,
      failed: 6,
      skipped: 1,
      repeated: [],
    });
  },
  patient,
);

it(
  'never ends with “0 failed” where Vitest itself failed',
  () => {
    const args = ['src/commands/test.ts', '--project', 'unit', 'no-such-file'];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
  },
  patient,
);
