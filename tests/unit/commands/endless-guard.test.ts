import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../src/paths.ts';

const at = (file: string) => JSON.stringify(new URL(file, `file://${join(root, 'src')}/`).href);

/** Runs a step under the guard, with a text in work. */
function guarded(step: string) {
  const code = `
    const { guardEndless } = await import(${at('commands/endless-guard.ts')});
    const { codeInWork } = await import(${at('owner-code/code-in-work.ts')});
    const guard = guardEndless('The site was not built.');
    await new Promise((resolve) => setTimeout(resolve, 600));
    codeInWork.begin(${JSON.stringify(join(root, 'content/essays/loop/index.mdx'))});
    ${step}
    await guard.stop();`;
  const file = join(mkdtempSync(join(tmpdir(), 'stet-')), 'step.mjs');
  writeFileSync(file, code);
  const ended = spawnSync(process.execPath, [file], { encoding: 'utf8', timeout: 90_000 });
  rmSync(dirname(file), { recursive: true });
  return ended;
}

it('ends code that computes without end, with a sentence that names the text', () => {
  const { stderr, signal } = guarded('while (true) {}');
  expect(signal).toBe('SIGKILL');
  expect(stderr).toMatch(
    /^content\/essays\/loop\/index\.mdx: Code in this file has been running for (\d) seconds/,
  );
});

it('lets a text be that only waits for the machine, however long', () => {
  const wait = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 12_000);';
  expect(guarded(wait)).toMatchObject({ stderr: '', status: 0 });
});

it.each(['site.ts', 'words.ts'])('ends a command whose %s computes without end', (name) => {
  const content = mkdtempSync(join(tmpdir(), 'stet-'));
  cpSync(join(root, 'tests/fixtures/drafts'), content, { recursive: true });
  writeFileSync(join(content, name), 'while (true) {}\nexport const site = {}, words = {};\n');
  const ended = spawnSync(process.execPath, ['src/commands/build.ts'], {
    env: { ...process.env, STET_CONTENT: content, STET_OUT: join(content, 'dist') },
    encoding: 'utf8',
    timeout: 90_000,
  });
  rmSync(content, { recursive: true });
  expect(ended.stderr).toContain(`/${name}: Code in this file has been running for`);
  expect(ended.stderr).toContain('The command was not run.');
  expect(ended.signal).toBe('SIGKILL');
});
