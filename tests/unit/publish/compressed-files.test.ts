import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCache } from '../../../src/cache/cache.ts';

process.env['STET_CONTENT'] = 'tests/fixtures'; // a configuration and no essays; read when the rooms are loaded
const { compressFiles } = await import('../../../src/publish/compressed-files.ts');
const { openSite } = await import('../../../src/publish/built-site.ts');

let top = '';
beforeEach(() => (top = mkdtempSync(join(tmpdir(), 'compressed-'))));
afterEach(() => rmSync(top, { recursive: true, force: true }));

it('compresses pages as far as it can also where all text together is more than a megabyte', async () => {
  const folder = join(top, 'site');
  mkdirSync(folder);
  const filling = 'Words that fill a file. '.repeat(60_000); // 1.4 MB
  const text = Array.from({ length: 3000 }, (_, index) => `word${(index * 7919) % 1013}`).join(' ');
  writeFileSync(join(folder, 'index.html'), text);
  writeFileSync(join(folder, 'all.html'), filling);
  writeFileSync(join(folder, 'all.txt'), filling);
  writeFileSync(join(folder, 'short.txt'), text);
  await compressFiles(openSite(folder), openCache(join(top, 'cache')));
  const best = brotliCompressSync(Buffer.from(text)).length;
  expect(readFileSync(join(folder, 'index.html.br')).length).toBe(best);
  expect(readFileSync(join(folder, 'short.txt.br')).length).toBeGreaterThan(best);
});

it('compresses a file of many megabytes faster than many small ones, and no worse', async () => {
  const folder = join(top, 'site');
  mkdirSync(folder);
  const text = Array.from({ length: 150_000 }, (_, index) => `word${(index * index) % 10_007}`).join(' ');
  const half = text.slice(0, 500_000);
  writeFileSync(join(folder, 'all.txt'), text);
  writeFileSync(join(folder, 'half.txt'), half);
  await compressFiles(openSite(folder), openCache(join(top, 'cache')));
  const [all, part] = ['all', 'half'].map((name) => readFileSync(join(folder, `${name}.txt.br`)));
  expect(brotliDecompressSync(all ?? '').toString()).toBe(text);
  expect((all?.length ?? 0) / text.length).toBeLessThan((part?.length ?? 0) / half.length);
});
