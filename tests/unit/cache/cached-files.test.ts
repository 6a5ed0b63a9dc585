import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { openCache } from '../../../src/cache/cache.ts';
import { cachedFiles } from '../../../src/cache/cached-files.ts';

const files = [
  { path: 'a/one.txt', content: Buffer.from('one') },
  { path: 'a/two.txt', content: Buffer.from('two') },
];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cached-files-'));
});

/** Asks for the files of a key as a build does. @returns them, and how often they had to be made */
async function build(key = 'k', checked = false) {
  const kept = cachedFiles(openCache(folder, checked), 'forms');
  let made = 0;
  const found = await kept.files(key, async () => {
    made += 1;
    return files;
  });
  kept.close();
  return { found, made };
}

const texts = (found: readonly { path: string; content: Uint8Array; key: string }[]) =>
  found.map(({ path, content, key }) => [path, Buffer.from(content).toString(), key]);

it('makes files once, and then gives the same with the key of their entry', async () => {
  const first = await build();
  const second = await build();
  expect([first.made, second.made]).toEqual([1, 0]);
  expect(texts(first.found)).toEqual([
    ['a/one.txt', 'one', 'k'],
    ['a/two.txt', 'two', 'k'],
  ]);
  expect(texts(second.found)).toEqual(texts(first.found));
});

it('names files without their entry, and says that it is damaged where one is read', async () => {
  await build();
  writeFileSync(join(folder, 'forms/k'), 'damaged');
  const { found, made } = await build();
  expect(made).toBe(0);
  expect(found.map(({ path }) => path)).toEqual(['a/one.txt', 'a/two.txt']);
  expect(() => found[0]?.content).toThrow('damaged');
  expect((await build('k', true)).made).toBe(1);
});

it('reads the entry where the list of names is damaged, and writes the list again', async () => {
  await build();
  const list = join(folder, 'file-lists/forms');
  const whole = readFileSync(list);
  writeFileSync(list, 'damaged');
  const { found, made } = await build();
  expect(made).toBe(0);
  expect(texts(found)[1]).toEqual(['a/two.txt', 'two', 'k']);
  expect(readFileSync(list).equals(whole)).toBe(true);
});

it('makes files again under another key', async () => {
  await build();
  expect((await build('other')).made).toBe(1);
  expect(JSON.parse(readFileSync(join(folder, 'file-lists/forms')).subarray(32).toString())).toEqual([
    ['other', ['a/one.txt', 'a/two.txt']],
  ]);
});
