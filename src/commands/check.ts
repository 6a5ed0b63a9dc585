import { run } from './run.ts';

const checks: [string, string[]][] = [
  ['astro', ['check', '--minimumFailingSeverity', 'warning']],
  ['biome', ['ci', '--error-on-warnings', '.']],
];
for (const [program, args] of checks) {
  const code = await run(program, args);
  if (code !== 0) process.exitCode = code;
}
