import { writeFileSync } from 'node:fs';
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';

/** What became of everything that was to be tested. */
export interface Tally {
  passed: number;
  /** Cases that failed, cases that never ran though nobody skipped them, and whatever went wrong outside a case. */
  failed: number;
  /** Cases that a test file skips by its own words. */
  skipped: number;
  /** The names of cases that failed first and passed when they were tried again, which only CI does. */
  repeated: string[];
}

/** Writes the tally of a run to the file that `STET_TALLY` names, for the last line of `npm test`. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]) {
    const path = process.env['STET_TALLY'];
    if (path) writeFileSync(path, JSON.stringify(tallyOf(modules, unhandled)));
  }
}

export function tallyOf(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Tally {
  const tally: Tally = { passed: 0, failed: unhandled.length, skipped: 0, repeated: [] };
  for (const module of modules) {
    const before = tally.failed;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (test.diagnostic()?.flaky) tally.repeated.push(`${module.relativeModuleId} > ${test.fullName}`);
      if (state === 'passed') tally.passed += 1;
      else if (state === 'skipped' && test.options.mode !== 'run') tally.skipped += 1;
      else tally.failed += 1;
    }
    const isBroken = module.errors().length > 0 || module.state() === 'failed' || module.state() === 'queued';
    if (isBroken && tally.failed === before) tally.failed += 1; // it did not load, or a hook failed after its cases
  }
  return tally;
}
