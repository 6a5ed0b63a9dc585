import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'stet-history-')));
afterAll(() => rmSync(top, { recursive: true, force: true }));

let content = '';
let trace = '';
const file = (slug: string) => join(content, `essays/${slug}/anchors.json`);
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: content,
    stdio: 'pipe',
  });

/** A content folder below the top of a repository, and the module that reads its history. */
async function repository(name: string, ...slugs: string[]) {
  content = join(top, name, 'site/content');
  trace = join(top, `${name}.trace`);
  for (const slug of slugs) write(slug, `${slug}, first\n`);
  git('init', '-q', '-b', 'main', '../..');
  git('add', '-A');
  git('commit', '-qm', 'first', '--allow-empty');
  vi.stubEnv('STET_CONTENT', content);
  vi.stubEnv('GIT_TRACE', trace);
  vi.resetModules();
  return import('../../../src/anchors/git-history.ts');
}

function write(slug: string, text: string) {
  mkdirSync(join(content, 'essays', slug), { recursive: true });
  writeFileSync(file(slug), text);
}

const processes = () => readFileSync(trace, 'utf8').match(/trace: built-in: git .*/g)?.length ?? 0;

beforeEach(() => void vi.unstubAllEnvs());

it('answers for every file with a few processes', async () => {
  const slugs = Array.from({ length: 40 }, (_, index) => `essay-${index}`);
  const { loadHistory } = await repository('many', ...slugs);
  const history = loadHistory(slugs.map(file));
  for (const slug of slugs) expect(history?.texts(file(slug))).toEqual([`${slug}, first\n`]);
  expect(history?.last(file('essay-7'))).toEqual({ commit: 'HEAD', text: 'essay-7, first\n' });
  expect(processes()).toBe(5);
});

it('reads letters of every script and files that were not named ahead', async () => {
  const { loadHistory } = await repository('letters', 'a');
  write('a', 'Ü 深い 🙂 without a line end');
  git('commit', '-qam', 'second');
  expect(loadHistory([])?.texts(file('a'))).toEqual(['Ü 深い 🙂 without a line end']);
});

it('counts both sides while a merge is open', async () => {
  const { loadHistory } = await repository('merge', 'a', 'b');
  git('checkout', '-qb', 'other');
  write('a', 'theirs\n');
  git('commit', '-qam', 'theirs');
  git('checkout', '-q', 'main');
  write('a', 'ours\n');
  git('commit', '-qam', 'ours');
  expect(() => git('merge', 'other')).toThrow();
  const history = loadHistory([file('b'), file('a')]);
  expect(history?.texts(file('a'))).toEqual(['ours\n', 'theirs\n']);
  expect(history?.texts(file('b'))).toEqual(['b, first\n', 'b, first\n']);
});

it('finds a deleted file in the commit before its deletion', async () => {
  const { loadHistory } = await repository('deleted', 'a', 'b');
  git('rm', '-q', file('a'));
  git('commit', '-qm', 'delete');
  const history = loadHistory([file('a')]);
  expect(history?.texts(file('a'))).toEqual([]);
  expect(history?.last(file('a'))).toEqual({
    commit: expect.stringMatching(/^[0-9a-f]+\^$/),
    text: 'a, first\n',
  });
  expect(history?.last(file('never'))).toBeUndefined();
});

it('distinguishes a new file from one that git ignores, with one process for all', async () => {
  const { loadHistory } = await repository('ignored', 'a');
  writeFileSync(join(content, '.gitignore'), 'essays/private*\n');
  const history = loadHistory(['a', 'new', 'private-1', 'private-2'].map(file));
  expect(history?.texts(file('new'))).toEqual([]);
  expect(history?.texts(file('private-1'))).toBeUndefined();
  expect(history?.texts(file('private-2'))).toBeUndefined();
  expect(processes()).toBe(6);
});

it('is null without a repository, without a commit and without the folder', async () => {
  const { loadHistory } = await repository('none', 'a');
  rmSync(join(top, 'none/.git'), { recursive: true });
  expect(loadHistory([file('a')])).toBeNull();
  execFileSync('git', ['init', '-q', join(top, 'none')]);
  expect(loadHistory([file('a')])).toBeNull();
  rmSync(join(top, 'none'), { recursive: true });
  expect(loadHistory([file('a')])).toBeNull();
});
