import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { run } from './run.ts';

/**
 * Every check and test there is. Words after `--` go to Vitest: `npm test -- --project unit`. The last line counts
 * them: what did not load or did not run has failed.
 */
process.env['NODE_COMPILE_CACHE'] ??= join(root, '.stet/compile-cache'); // the tests start some hundred programs
const vitestArguments = process.argv.slice(2);
const tally = join(root, '.stet/tally.json');
mkdirSync(join(root, '.stet'), { recursive: true });
rmSync(tally, { force: true }); // a run that breaks off must not be reported with the numbers of the last one

const checked = vitestArguments.length > 0 ? 0 : await run('node', ['src/commands/check.ts']);
const reporters = ['--reporter=default', '--reporter=./tests/tally.ts'];
const args = ['run', '--config', 'tests/vitest.config.ts', '--root', root, ...reporters, ...vitestArguments];
const tested = await run('vitest', args, {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  STET_TALLY: tally,
});

const { passed, failed, skipped } = counted();
const all = failed + (checked === 0 ? 0 : 1);
const atLeast = tested !== 0 && failed === 0 ? all + 1 : all;
if (vitestArguments.length === 0)
  console.log(`\nTypes, lint and format: ${checked === 0 ? 'passed' : 'failed'}`);
console.log(`${passed} passed, ${atLeast} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = checked || tested || (atLeast > 0 ? 1 : 0);

/** @returns what `tests/tally.ts` wrote; zeros where Vitest ended before it could */
function counted(): { passed: number; failed: number; skipped: number } {
  try {
    return JSON.parse(readFileSync(tally, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
