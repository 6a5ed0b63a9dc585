import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sampleEssay as sample } from '../../../src/anchors/sample-essay.ts';

it('removes the sample essay in one step, and nothing that was published is missing after it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'remove-sample-'));
  for (const name of ['src', 'package-lock.json']) symlinkSync(join(process.cwd(), name), join(folder, name));
  cpSync('tests/fixtures/library', join(folder, 'content'), { recursive: true });
  cpSync('tests/fixtures/site.ts', join(folder, 'content/site.ts'));
  renameSync(join(folder, 'content/essays/bees'), join(folder, 'content/essays', sample));
  const inFolder = (path: string) => join(folder, path);
  for (const file of ['content/published.json', `content/essays/${sample}/anchors.json`])
    writeFileSync(inFolder(file), readFileSync(inFolder(file), 'utf8').replaceAll('"bees"', `"${sample}"`));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  git('init', '-q');
  git('add', 'content');
  git('commit', '-qm', 'A site');
  writeFileSync(inFolder('content/other.txt'), 'mine');
  git('add', 'content/other.txt');
  const published = inFolder('content/published.json');
  const { essays, ...rest } = JSON.parse(readFileSync(published, 'utf8'));
  const withMine = { ...rest, essays: { ...essays, mine: essays[sample] } }; // built, and not committed yet
  writeFileSync(published, JSON.stringify(withMine));
  const run = (command: string, ...args: string[]) => {
    const program = join(process.cwd(), `src/commands/${command}.ts`);
    const who = {
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@b.example',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@b.example',
    };
    const env = { ...process.env, ...who, STET_CONTENT: 'content', NODE_NO_WARNINGS: '1' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env,
    });
    return { status, output: stdout + stderr };
  };
  expect(run('remove-sample')).toMatchObject({ status: 0, output: expect.stringContaining('Committed') });
  expect(existsSync(inFolder(`content/essays/${sample}`))).toBe(false);
  // what else is changed stays as it is
  expect(git('status', '--porcelain', 'content')).toBe('A  content/other.txt\n M content/published.json\n');
  expect(readFileSync(published, 'utf8')).toContain('"mine"');
  expect(readFileSync(published, 'utf8')).not.toContain(sample);
  expect(git('show', 'HEAD:content/published.json')).not.toContain('"mine"');
  git('checkout', '-q', 'content/published.json');
  expect(run('anchors')).toMatchObject({ status: 0 });
  expect(run('remove-sample')).toMatchObject({
    status: 0,
    output: expect.stringContaining('Nothing was changed'),
  });
});
