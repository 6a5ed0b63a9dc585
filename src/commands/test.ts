import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compileCacheFolder, root } from '../paths.ts';
import { run } from './run.ts';

/**
 * `npm test`: every check, and every test that is not long (`longTests` in tests/thorough.ts). `npm run test:all`: all
 * of them, with every combination of values. Words after `--` go to Vitest: `npm test -- --project unit`. The last line
 * counts them: what did not load or did not run has failed.
 */
process.env['NODE_COMPILE_CACHE'] ??= compileCacheFolder; // the tests start some hundred programs
const isAll = process.argv[2] === '--all';
const vitestArguments = process.argv.slice(isAll ? 3 : 2);
const isEveryday = !isAll && vitestArguments.length === 0;
const tally = join(root, '.stet/tally.json');
mkdirSync(join(root, '.stet'), { recursive: true });
rmSync(tally, { force: true }); // a run that breaks off must not be reported with the numbers of the last one

const checked = vitestArguments.length > 0 ? 0 : await run('node', ['src/commands/check.ts']);
const reporters = ['--reporter=default', '--reporter=./tests/tally.ts'];
const args = ['run', '--config', 'tests/vitest.config.ts', '--root', root, ...reporters, ...vitestArguments];
const tested = await run('vitest', args, {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  ...(isAll && { STET_THOROUGH: '1' }),
  ...(isEveryday && { STET_EVERYDAY: '1' }),
  STET_TALLY: tally,
});

const { passed, failed, skipped, repeated } = counted();
const all = failed + (checked === 0 ? 0 : 1);
const atLeast = tested !== 0 && failed === 0 ? all + 1 : all;
if (vitestArguments.length === 0)
  console.log(`\nTypes, lint and format: ${checked === 0 ? 'passed' : 'failed'}`);
for (const name of repeated) console.log(`Passed only when it was tried again: ${name}`);
if (isEveryday) console.log('The long tests and the servers were left out; npm run test:all has them.');
console.log(`${passed} passed, ${atLeast} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = checked || tested || (atLeast > 0 ? 1 : 0);

/** @returns what `tests/tally.ts` wrote; zeros where Vitest ended before it could */
function counted(): { passed: number; failed: number; skipped: number; repeated: string[] } {
  try {
    return JSON.parse(readFileSync(tally, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0, repeated: [] };
  }
}
