import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('imports an export and hands its comments on, and explains itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-command-'));
  for (const name of ['src', 'package-lock.json']) symlinkSync(join(process.cwd(), name), join(folder, name));
  cpSync('tests/fixtures/site.ts', join(folder, 'content/site.ts'));
  const comments = readFileSync('tests/fixtures/comments/wordpress.xml', 'utf8');
  writeFileSync(join(folder, 'wp.xml'), comments);
  const run = (...args: string[]) => {
    const program = join(process.cwd(), 'src/commands/import.ts');
    const env = { ...process.env, STET_CONTENT: 'content', NODE_NO_WARNINGS: '1' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env,
    });
    return { status, output: stdout + stderr };
  };
  const { status, output } = run('wp.xml');
  expect([status, output]).toEqual([0, expect.stringMatching(/wp\.xml: \d+ comments read, [1-9]\d* new/)]);
  expect(readFileSync(join(folder, '.stet/import/wp.xml.md'), 'utf8')).toContain('# Import from WordPress');
  expect(run('nothing')).toMatchObject({
    status: 2,
    output: expect.stringContaining('nothing does not exist'),
  });
  expect(run('package-lock.json')).toMatchObject({ status: 1, output: expect.stringContaining('No text') });
});
