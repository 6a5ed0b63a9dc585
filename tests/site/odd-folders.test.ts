import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const top = mkdtempSync(join(tmpdir(), 'stet-folders-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** Builds a site in a folder of its own, which has this checkout as it is. */
function build(name: string): { code: number | null; output: string } {
  const folder = join(top, name);
  mkdirSync(folder);
  const files = execFileSync('git', ['ls-files', 'src', 'public', '*.json', '*.mjs', 'tests/fixtures'], {
    encoding: 'utf8',
  });
  for (const file of files
    .trim()
    .split('\n')
    .filter((one) => !one.startsWith('"')))
    cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const env = { ...process.env, STET_CONTENT: 'tests/fixtures/library' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  return { code: status, output: stdout + stderr };
}

it('a folder with spaces, accents and signs builds', () => {
  const { code, output } = build("an ödd (folder) & it's [one], + @ = ,");
  expect([code, output]).toEqual([0, expect.stringContaining('Published 3 essays')]);
});

it.each(['one#two', 'what?', '100%'])(
  'a folder called %s gets one sentence',
  (name) => {
    const { code, output } = build(name);
    expect(code).toBe(1);
    expect(output).toMatch(
      /^\S+: The path of this folder has a `[#?%]`, .* \[site\/folder-name\]\n\n1 error\. .*\n$/,
    );
  },
  60_000,
);
