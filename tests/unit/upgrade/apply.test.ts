import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { apply } from '../../../src/upgrade/apply.ts';

let site = '';
let staged = '';

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'stet-apply-'));
  staged = join(site, '.stet/upgrade/staged');
  put(
    join(staged, 'steps.json'),
    JSON.stringify({ remove: ['src/old/gone.ts'], write: ['src/a.ts', 'src/b/c.ts'] }),
  );
  put(join(staged, 'new/src/a.ts'), 'new a');
  put(join(staged, 'new/src/b/c.ts'), 'new c');
  put(join(staged, 'yours/src/a.ts'), 'my a');
  put(join(site, 'src/a.ts'), 'my a');
  put(join(site, 'src/old/gone.ts'), 'old');
});
afterEach(() => rmSync(site, { recursive: true }));

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function expectDone(copies: string | null): void {
  expect(readFileSync(join(site, 'src/a.ts'), 'utf8')).toBe('new a');
  expect(readFileSync(join(site, 'src/b/c.ts'), 'utf8')).toBe('new c');
  expect(existsSync(join(site, 'src/old'))).toBe(false);
  expect(existsSync(staged)).toBe(false);
  expect(readFileSync(join(site, copies ?? '', 'src/a.ts'), 'utf8')).toBe('my a');
}

it('moves the new files in, takes the old ones away and keeps the copies', () => {
  expectDone(apply(staged, site));
});

it('does what is left when it is run again after an interruption', () => {
  put(join(site, 'src/b'), 'a file where a folder must be'); // stops it between the two files
  expect(() => apply(staged, site)).toThrow();
  expect(readFileSync(join(site, 'src/a.ts'), 'utf8')).toBe('new a');
  expect(readFileSync(join(staged, 'yours/src/a.ts'), 'utf8')).toBe('my a');
  rmSync(join(site, 'src/b'));
  expectDone(apply(staged, site));
});

it('gives the copies of each upgrade a folder of their own', () => {
  put(join(site, '.stet/upgrade/yours-9/src/a.ts'), 'older');
  const copies = apply(staged, site);
  expect(copies).toBe('.stet/upgrade/yours-10');
  expectDone(copies);
});
