import { root } from '../paths.ts';
import { run } from './run.ts';

/** Takes the pictures again with which `tests/browser/pictures.test.ts` compares the pages: look at them before you commit. */
const file = 'tests/browser/pictures.test.ts';
process.exitCode = await run(
  'vitest',
  ['run', '--config', 'tests/vitest.config.ts', '--root', root, '--project', 'browser', file],
  { ...process.env, STET_PICTURES: 'renew' },
);
