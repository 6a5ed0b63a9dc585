import { root } from '../paths.ts';
import { run } from './run.ts';

/** The tests that try many random cases, with ten times as many as `npm test`; the seed changes with the day. */
const today = new Date().toISOString().slice(0, 10).replaceAll('-', '');
process.exitCode = await run(
  'vitest',
  ['run', '--config', 'tests/vitest.config.ts', '--root', root, '--project', 'unit', 'property'],
  { STET_SEQUENCES: '2000', STET_SEED: today, ...process.env },
);
