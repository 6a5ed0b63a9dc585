import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { AuthorError, formatProblem } from '../../src/document/problem.ts';
import { loadSite } from '../../src/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let number = 0;

/** What is said of a file of settings; empty where nothing is wrong. */
async function saidOf(code: string): Promise<string[]> {
  number += 1;
  const path = join(folder, `site-${number}.ts`);
  writeFileSync(path, `${code}\n`);
  try {
    await loadSite(path);
    return [];
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error;
    return error.problems.map((one) => formatProblem(one).replace(/^.*?site-\d+\.ts/, ''));
  }
}

const base = `import { site as base } from ${JSON.stringify(resolve('tests/fixtures/site.ts'))};`;
const changed = (fields: string) => `${base} export const site = { ...base, ${fields} };`;

it.each([
  ['export const site = null;', /^: `site` must be a group of fields\./],
  ['export default {};', /^: `site` must be a group of fields\./],
  ['export const site = () => 1;', /^: `site` must be a group of fields\./],
  [changed('name: 5'), /`site\.name` must be text/],
  [changed('name: Symbol("x")'), /`site\.name` must be text/],
  [changed('name: "A\\u202Eb"'), /`site\.name` must have no control characters/],
  [changed('description: "x".repeat(1e6)'), /at most 300 characters/],
  [changed('url: "https:// /"'), /`site\.url` must be a whole address/],
  [changed('url: "https://a.example/b?c#d/"'), /`site\.url` must be a whole address/],
  [changed('url: "https://anna:secret@a.example/"'), /`site\.url` must be a whole address/],
  [changed('language: "english"'), /`site\.language` must be a language tag/],
  [changed('language: ["en"]'), /`site\.language` must be text/],
  [changed('navigation: { label: "x" }'), /`site\.navigation` must be a list/],
  [changed('navigation: [{ label: "x", address: "//evil.example/" }]'), /must be an address inside the site/],
  [
    changed('navigation: [{ label: "x", address: "/\\\\evil.example/" }]'),
    /must be an address inside the site/,
  ],
  [changed('contentLicence: { name: "x", url: "javascript:alert(1)" }'), /must begin with `https:\/\/`/],
  [changed('contentLicence: { name: "x", url: "https://" }'), /must be a whole address/],
  [changed('embeds: ["https://a.example/"]'), /must be the name of a host/],
  [changed('brokenLinks: [{ address: "", why: "x" }]'), /`site\.brokenLinks\.0\.address` must not be empty/],
  [changed('comments: true'), /`site\.comments` must be a group of fields/],
  [changed('comments: { closeAfterDays: 10n }'), /must be a number/],
  [changed('comments: { closeAfterDays: NaN }'), /must be a number/],
  [changed('nmae: "x"'), /`site\.nmae` is not a field .* Did you mean `name`\?/],
  [changed('get name() { throw new Error("no") }'), /could not be run: no\./],
  [
    'export const site = new Proxy({}, { get() { throw new Error("no") } });',
    /^:\d+: .* could not be run: no\./,
  ],
  ['throw new Error("no");', /^:1: .* could not be run: no\./],
  ['throw null;', /could not be run: null\./],
  ['process.exit(0);', /could not be run: it ends the process/],
  ['export const site = {', /could not be run/],
  ["import x from './none.ts'; export const site = x;", /could not be run/],
])('%s gives a sentence', async (code, sentence) => {
  const { exit } = process;
  const said = await saidOf(code);
  expect(said.join('\n')).toMatch(sentence);
  expect(said.join('\n')).not.toMatch(/\n\s+at /);
  expect(process.exit).toBe(exit);
});

it('a file that waits for what never comes gives a sentence', async () => {
  const said = saidOf('await new Promise(() => {}); export const site = {};');
  await expect
    .poll(() => {
      process.emit('beforeExit', 0); // as when nothing is left to do
      return Promise.race([said, 'waiting']);
    })
    .toEqual([expect.stringContaining('it waits for something that never comes')]);
});

it.each([
  changed('name: "A"'),
  changed('url: "https://a.example/@anna/"'),
  changed('navigation: [{ label: "x", address: "/about/" }]'),
])('%s is right', async (code) => {
  expect(await saidOf(code)).toEqual([]);
});
