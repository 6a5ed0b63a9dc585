import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { run } from './run.ts';

/** Every check and test there is. Words after `--` go to Vitest: `npm test -- --project unit`. */
process.env['NODE_COMPILE_CACHE'] ??= join(root, '.stet/compile-cache'); // the tests start some hundred programs
const wanted = process.argv.slice(2);
const report = join(root, '.stet/test-report.json');
const checked = wanted.length > 0 ? 0 : await run('node', ['src/commands/check.ts']);
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const tested = await run('vitest', [
  'run',
  '--config',
  'tests/vitest.config.ts',
  '--root',
  root,
  ...reporters,
  ...wanted,
]);
try {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  console.log(
    `\nchecks (types, lint, format): ${checked === 0 ? 'passed' : 'FAILED'}\n${numPassedTests} passed, ${numFailedTests} failed`,
  );
} catch {
  console.log('The tests left no report.');
}
process.exitCode = checked || tested;
