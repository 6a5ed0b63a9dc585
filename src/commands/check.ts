import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { checkProse } from './check-prose.ts';
import { run } from './run.ts';

/** How an owner's files in `content/` and at the top are written is theirs: of them only the types are checked. */
const engine = ['src', 'tests', 'bench', 'astro.config.mjs'].filter((name) => existsSync(join(root, name)));

const checks: [string, string[]][] = [
  ['astro', ['check', '--minimumFailingSeverity', 'warning']],
  ['biome', ['ci', '--error-on-warnings', ...engine]],
];
if (!process.argv.includes('--prose'))
  for (const [program, args] of checks) {
    const code = await run(program, args);
    if (code !== 0) process.exitCode = code;
  }
await checkProse(process.argv.includes('--fix'));
