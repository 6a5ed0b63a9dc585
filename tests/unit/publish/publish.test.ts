import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache } from '../../../src/cache/cache.ts';

process.env['STET_CONTENT'] = 'tests/fixtures'; // a configuration and no essays; read when the rooms are loaded
const { publish } = await import('../../../src/publish/publish.ts');

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const long = 'Text that is long enough to be compressed. '.repeat(30);
const library: Readonly<Record<string, string>> = {
  'index.html': page(
    '<script>let a</script>',
    `<a href="/essays/a/#x">a</a><img src="/_astro/p.1.png"><p>${long}`,
  ),
  'essays/a/index.html': page('', `<p id="x">${long}<a href="/">home</a>`),
  'essays/b/index.html': page('', `<p id="x">${long.toUpperCase()}<a href="/">home</a>`),
  '404.html': page(
    '<link rel="stylesheet" href="/_astro/s.css">',
    '<not-found></not-found><a href="/essays/a/">a</a><script type="module" src="/_astro/lost.js"></script>',
  ),
  '_astro/lost.js': 'customElements.define("not-found",class extends HTMLElement{})',
  '_astro/s.css': 'a{background:url(/_astro/q.2.png)}',
  '_astro/p.1.png': 'p',
  '_astro/q.2.png': 'q',
  '_astro/draft.3.png': 'r',
};

let top = '';
beforeEach(() => (top = mkdtempSync(join(tmpdir(), 'publish-'))));
afterEach(() => rmSync(top, { recursive: true, force: true }));

/** Publishes a site with the cache that earlier sites of this test left. */
async function published(name: string, files = library, extra: { path: string; content: Uint8Array }[] = []) {
  const folder = join(top, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const cache = openCache(join(top, 'cache'));
  const counts = await publish(folder, extra, cache);
  cache.prune();
  return { folder, counts };
}

const contentOf = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path).toString('base64')] as const)
      .sort(),
  );
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

describe('publish', () => {
  it('makes links relative, adds the policy and compresses what is written', async () => {
    const { folder } = await published('a');
    const home = read(folder, 'index.html');
    expect(home).toContain('<a href="essays/a/#x">');
    expect(home).toMatch(
      /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="[^"]*sha256-/,
    );
    expect(read(folder, 'essays/a/index.html')).toContain('<a href="../../">');
    expect(read(folder, '_astro/s.css')).toBe('a{background:url(../_astro/q.2.png)}');
    expect(brotliDecompressSync(readFileSync(join(folder, 'index.html.br'))).toString()).toBe(home);
  });

  it('removes what no page, style or script names', async () => {
    const { folder } = await published('a');
    expect(readdirSync(join(folder, '_astro'))).toEqual(['p.1.png', 'q.2.png', 's.css']);
  });

  it('gives the 404 page its script, also to the policy, and drops the file', async () => {
    const { folder } = await published('a');
    const text = read(folder, '404.html');
    expect(text).toContain('<script type="module">customElements.define(');
    expect(text.match(/sha256-/g)).toHaveLength(2);
    expect(text).not.toContain(' src=');
  });

  it('publishes further files beside the pages, and links may lead to them', async () => {
    const files = { ...library, 'essays/b/index.html': page('', '<a href="/search/x.json">x</a>') };
    const extra = [{ path: 'search/x.json', content: Buffer.from('{}') }];
    const { folder } = await published('a', files, extra);
    expect(read(folder, 'SHA256SUMS')).toContain('  search/x.json\n');
    await expect(published('b', files)).rejects.toThrow('`/search/x.json` is broken');
  });

  it('gives the same bytes from a cold, a warm and a damaged cache', async () => {
    const cold = await published('cold');
    const warm = await published('warm');
    expect(cold.counts).toMatchObject({ pages: 4, reused: 0 });
    expect(warm.counts).toMatchObject({ pages: 4, reused: 4 });
    for (const kind of ['page', 'compressed'])
      for (const [index, name] of readdirSync(join(top, 'cache', kind)).entries()) {
        const file = join(top, 'cache', kind, name);
        const bytes = readFileSync(file);
        writeFileSync(file, index % 2 ? bytes.subarray(0, 40) : bytes.fill(65, bytes.length - 5));
      }
    const damaged = await published('damaged');
    expect(damaged.counts.reused).toBe(0);
    expect(contentOf(warm.folder)).toEqual(contentOf(cold.folder));
    expect(contentOf(damaged.folder)).toEqual(contentOf(cold.folder));
  });

  it('makes only the page again that changed', async () => {
    await published('a');
    const { counts } = await published('b', { ...library, 'essays/b/index.html': page('', long) });
    expect(counts).toMatchObject({ pages: 4, reused: 3 });
  });

  it('makes a page again that has moved, with the links of its new address', async () => {
    await published('a');
    const { 'essays/b/index.html': text = '', ...others } = library;
    const { counts, folder } = await published('b', { ...others, 'b/index.html': text });
    expect(read(folder, 'b/index.html')).toContain('<a href="../">');
    expect(counts).toMatchObject({ pages: 4, reused: 3 });
  });

  it('publishes nothing of a site with a broken link, and names all of them', async () => {
    const files = { ...library, 'essays/b/index.html': page('', '<a href="/c/">c</a><a href="/d/">d</a>') };
    await expect(published('a', files)).rejects.toThrow(/`\/c\/` is broken[\s\S]*`\/d\/` is broken/);
  });
});
