import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { parseSite } from './parsed-site.ts';

const folder = inject('site');
const site = parseSite(folder);
const read = (path: string) => readFileSync(join(folder, path));
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('SHA256SUMS', () => {
  it('names every other file, sorted, with the sum of its bytes', () => {
    const lines = site.files
      .filter((path) => path !== 'SHA256SUMS')
      .map((path) => `${sha256(read(path))}  ${path}\n`);
    expect(read('SHA256SUMS').toString()).toBe(lines.join(''));
  });
});

describe('/.well-known/build.json', () => {
  const record = JSON.parse(read('.well-known/build.json').toString());

  it('has the commit, whether files differed from it, the lockfile and the tools', () => {
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
    let commit: string | null = null;
    try {
      commit = git('rev-parse', 'HEAD');
    } catch {} // a source archive has no commit, and the file says so
    expect(record.commit).toBe(commit);
    expect([true, false, null]).toContain(record.changed);
    expect(record.changed === null).toBe(commit === null);
    expect(record.lockfile).toBe(sha256(readFileSync('package-lock.json')));
    expect(record.tools.node).toBe(process.versions.node);
  });

  it('has nothing that differs between two builds of one commit', () => {
    expect(Object.keys(record)).toEqual(['commit', 'changed', 'lockfile', 'tools', 'verify']);
    expect(JSON.stringify(record)).not.toContain(process.cwd());
  });
});

describe('files compressed ahead', () => {
  const text = site.files.filter((path) =>
    /\.(?:html|css|js|json|jsonld|svg|xml|txt|md|bib|ris)$/.test(path),
  );

  it('are beside every page, style and script from a kilobyte, every other text from 14, and beside no other', () => {
    const least = (path: string) => (/\.(?:html|css|js|svg)$/.test(path) ? 1024 : 14 * 1024);
    const large = text.filter((path) => read(path).length >= least(path));
    const made = site.files.filter((path) => /\.(?:br|gz)$/.test(path));
    expect(made).toEqual(large.flatMap((path) => [`${path}.br`, `${path}.gz`]).sort());
    expect(large.length).toBeGreaterThan(5);
  });

  it('hold the same bytes, fewer of them, and no time', () => {
    for (const path of text.filter((one) => site.files.includes(`${one}.gz`))) {
      const [plain, br, gz] = [read(path), read(`${path}.br`), read(`${path}.gz`)];
      expect(brotliDecompressSync(br).equals(plain), path).toBe(true);
      expect(gunzipSync(gz).equals(plain), path).toBe(true);
      expect(Math.max(br.length, gz.length), path).toBeLessThan(plain.length);
      expect([gz.readUInt32LE(4), gz[9]], path).toEqual([0, 255]);
    }
  });
});

describe('the folder', () => {
  it('has modes that any server can read: 644 and 755', () => {
    if (process.platform === 'win32') return;
    const modes = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
      const mode = (statSync(join(entry.parentPath, entry.name)).mode & 0o777).toString(8);
      return `${entry.isDirectory() ? 'folder' : 'file'} ${mode}`;
    });
    expect([...new Set(modes)].sort()).toEqual(['file 644', 'folder 755']);
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('755');
  });

  it('names no address that begins at a server’s root, but on the 404 page', () => {
    const rooted = site.pages
      .filter((page) => page.path !== '404.html')
      .flatMap((page) => page.addresses.map((value) => `${page.path}: ${value}`))
      .filter((line) => / \/(?!\/)/.test(line));
    expect(rooted).toEqual([]);
  });

  it('has a 404 page that fetches nothing before it knows where the site begins', () => {
    const page = read('404.html').toString();
    expect(page).not.toMatch(/<script[^>]* src=|rel="?stylesheet|@font-face|url\(/);
    const named = /data-styles="([^"]+)" data-scripts="([^"]*)"/.exec(page);
    for (const path of `${named?.[1]} ${named?.[2]}`.trim().split(' ')) expect(site.files).toContain(path);
  });
});
