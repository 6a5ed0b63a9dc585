import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'compiled-code-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** In a process of its own: what it switches on cannot be switched off again. */
function loadModule(): void {
  const module = resolve('src/commands/compiled-code.ts');
  const script = `const { keepCompiledCode } = await import(${JSON.stringify(module)});
    keepCompiledCode(${JSON.stringify(join(folder, 'code'))});
    await import(${JSON.stringify(resolve('src/document/slug.ts'))});`;
  const { NODE_COMPILE_CACHE, ...env } = process.env; // `npm test` sets it, and it comes first
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env,
  });
  expect([status, stderr]).toEqual([0, '']);
}

it('keeps compiled modules in the folder', () => {
  loadModule();
  expect(readdirSync(join(folder, 'code'), { recursive: true }).length).toBeGreaterThan(1);
});

it('empties the folder where it has grown too large', () => {
  mkdirSync(join(folder, 'code'));
  const [large, small] = [join(folder, 'code/large'), join(folder, 'code/small')];
  writeFileSync(small, '');
  loadModule();
  expect(existsSync(small)).toBe(true);
  writeFileSync(large, '');
  truncateSync(large, 100_000_001);
  loadModule();
  expect([existsSync(large), existsSync(small)]).toEqual([false, false]);
});
