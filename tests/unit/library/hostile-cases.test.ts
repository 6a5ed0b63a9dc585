import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { formatProblem } from '../../../src/document/problem.ts';

process.env['STET_CONTENT'] = 'tests/fixtures/hostile'; // read when the rooms are loaded
const { openCache } = await import('../../../src/cache/cache.ts');
const { readSources } = await import('../../../src/compile/read-sources.ts');
const { compileLibrary } = await import('../../../src/library/compile-library.ts');
const { siteCompiler } = await import('../../../src/library/site-compiler.ts');
const { guardTexts } = await import('../../../src/commands/guard-texts.ts');

const folder = mkdtempSync(join(tmpdir(), 'stet-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sources = readSources('en');
const library = await compileLibrary(sources, {
  compiler: siteCompiler(openCache(folder)),
  language: 'en',
  withDrafts: false,
});
const problems = [...sources.problems, ...library.problems].filter(
  ({ code }) => code !== 'anchors/missing-essay',
);

/** What each case must say: the code of its error, and its line in the file. */
const cases: Record<string, string[]> = {
  'fm-year0': ['frontmatter/'],
  'ht-iframe-mdx': ['text/refused-element:7', 'text/refused-element:9'],
  'ht-meta-md': ['text/refused-element:9'],
  'im-broken': [':7'],
  'im-dir': [':7'],
  'im-remote': ['text/remote-image:7'],
  'im-zero': [':7'],
  li250: ['source/too-deep:7'],
  'ln-jsx': ['text/unsafe-address:7', 'text/unsafe-address:9', 'text/spread-attributes:11'],
  'ls-notes': ['text/duplicate-note:10', 'text/empty-note:11'],
  'rf-broken': ['bibliography'],
  's-comment': ['text/unclosed-comment:9'],
  's-md-script': ['text/refused-element:9', 'text/refused-attribute:11'],
  's-mdx-script': ['text/refused-element:9', 'text/refused-attribute:13'],
};

it.each(Object.entries(cases))('%s gives a sentence with its file and line', (name, expected) => {
  const own = problems.filter(({ file }) => file.includes(`essays/${name}/`));
  const said = own.map((one) => `${one.code}:${one.line} ${formatProblem(one)}`);
  for (const words of expected) expect(said.join('\n')).toContain(words);
  expect(said.join('\n')).not.toMatch(/\n\s+at /);
});

it('ex-exit: a text that ends the process is named', async () => {
  await expect(guardTexts(async () => process.exit(0))).rejects.toMatchObject({
    problems: [{ code: 'text/ends-process' }],
  });
});

it.each([
  ['process.abort', () => process.abort()],
  ['process.kill', () => process.kill(process.pid, 'SIGTERM')],
])('a text that calls %s is named too, and what it put off comes back', async (_, end) => {
  const { kill, abort, exit } = process;
  await expect(guardTexts(async () => void end())).rejects.toMatchObject({
    problems: [{ code: 'text/ends-process' }],
  });
  expect([process.kill, process.abort, process.exit]).toEqual([kill, abort, exit]);
});

it('a text that waits for what never comes is named', async () => {
  const run = guardTexts(() => new Promise(() => {}));
  process.emit('beforeExit', 0); // as when nothing is left to do
  await expect(run).rejects.toMatchObject({ problems: [{ code: 'text/waits' }] });
});

it('every case is named here', () => {
  const folders = readdirSync('tests/fixtures/hostile/essays');
  expect([...Object.keys(cases), 'ex-exit'].sort()).toEqual(folders.sort());
});
