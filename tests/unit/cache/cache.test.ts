import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Cache, DamagedEntry, openCache } from '../../../src/cache/cache.ts';
import { codeVersion, keyOf } from '../../../src/cache/key.ts';

let folder = '';
let cache: Cache;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache-'));
  cache = openCache(join(folder, 'entries'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const textOf = (found: Uint8Array | null) => (found === null ? null : Buffer.from(found).toString());
const entry = (key: string) => join(folder, 'entries/page', key);

it('gives back what was put, also to the next process', () => {
  expect(cache.get('page', 'a')).toBeNull();
  cache.put('page', 'a', bytes('one'));
  cache.put('page', 'b', bytes(''));
  const next = openCache(join(folder, 'entries'));
  expect(textOf(next.get('page', 'a'))).toBe('one');
  expect(textOf(next.get('page', 'b'))).toBe('');
  expect(next.get('document', 'a')).toBeNull();
});

it('takes a damaged entry, one cut short and one of another key as absent', () => {
  cache.put('page', 'a', bytes('one'));
  const whole = readFileSync(entry('a'));
  for (let at = 0; at < whole.length; at += 1) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(entry('a'), damaged);
    expect(cache.get('page', 'a')).toBeNull();
    writeFileSync(entry('a'), whole.subarray(0, at));
    expect(cache.get('page', 'a')).toBeNull();
  }
  cache.put('page', 'a', bytes('one'));
  renameSync(entry('a'), entry('b'));
  expect(cache.get('page', 'b')).toBeNull();
});

it('prunes what this build has neither found nor put', () => {
  for (const key of ['a', 'b', 'c']) cache.put('page', key, bytes(key));
  cache.put('document', 'a', bytes('a'));
  writeFileSync(entry('c'), 'damaged');
  const next = openCache(join(folder, 'entries'));
  next.get('page', 'a');
  next.get('page', 'c');
  next.put('page', 'd', bytes('d'));
  next.prune();
  expect(readdirSync(join(folder, 'entries/page')).sort()).toEqual(['a', 'd']);
  expect(readdirSync(join(folder, 'entries/document'))).toEqual([]);
});

it('says of a kept entry that it is damaged, or counts it as absent where it checks what it keeps', () => {
  cache.put('page', 'a', bytes('one'));
  cache.put('page', 'b', bytes('two'));
  writeFileSync(entry('a'), 'damaged');
  expect(cache.keep('page', 'a')).toBe(true);
  expect(() => cache.getKept('page', 'a')).toThrow(DamagedEntry);
  expect(textOf(cache.getKept('page', 'b'))).toBe('two');
  const checked = openCache(join(folder, 'entries'), true);
  expect([checked.keep('page', 'a'), checked.keep('page', 'b')]).toEqual([false, true]);
});

it('gives an entry its name when it is whole, and prunes what a killed process left of one', () => {
  cache.put('page', 'a', bytes('one'));
  expect(readdirSync(join(folder, 'entries/page'))).toEqual(['a']);
  writeFileSync(entry('b.4711'), 'half of it');
  expect(cache.keep('page', 'b')).toBe(false);
  cache.prune();
  expect(readdirSync(join(folder, 'entries/page'))).toEqual(['a']);
});

it('makes a different key for every list of parts', () => {
  expect(keyOf('ab', 'c')).toMatch(/^[0-9a-f]{64}$/);
  expect(keyOf('ab', 'c')).toBe(keyOf(bytes('ab'), 'c'));
  const lists = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['', 'abc'], ['2\nab', 'c']];
  expect(new Set(lists.map((parts) => keyOf(...parts))).size).toBe(lists.length);
});

it('has a version of code that a changed byte or name changes', () => {
  writeFileSync(join(folder, 'a.ts'), 'one');
  writeFileSync(join(folder, 'lock'), 'x');
  const versions = [codeVersion(folder, ['.'])];
  expect(codeVersion(folder, ['lock', 'a.ts'])).toBe(codeVersion(folder, ['a.ts', 'lock']));
  writeFileSync(join(folder, 'a.ts'), 'two');
  versions.push(codeVersion(folder, ['.']));
  renameSync(join(folder, 'a.ts'), join(folder, 'b.ts'));
  versions.push(codeVersion(folder, ['.']));
  expect(new Set(versions).size).toBe(3);
});
