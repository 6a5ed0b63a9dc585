import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSite, writeFile, writeMadeFile } from '../../../src/publish/built-site.ts';
import { closeSite } from '../../../src/publish/close-site.ts';
import { earlierSite, fileListOf } from '../../../src/publish/earlier-site.ts';

let top: string;
beforeEach(() => (top = mkdtempSync(join(tmpdir(), 'stet-earlier-'))));
afterEach(() => rmSync(top, { recursive: true }));

const texts = { 'essays/same/index.html': 'same', 'essays/other/index.html': 'other', 'gone.html': 'gone' };
const next = {
  'essays/same/index.html': 'same',
  'essays/other/index.html': 'new words',
  'added.html': 'added',
};

/** Makes a site of texts, with what it takes from the site of an earlier build. */
function siteOf(name: string, files: Readonly<Record<string, string>>, old: string | null = null) {
  const folder = join(top, name);
  mkdirSync(folder);
  const site = openSite(folder, old === null ? null : earlierSite(join(top, old)));
  for (const [path, text] of Object.entries(files)) writeFile(site, path, text);
  const bytes = closeSite(site);
  return { site, folder, bytes };
}

const contentOf = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(folder.length), `${readFileSync(path)} ${statSync(path).mode & 0o777}`])
      .sort() as [string, string][],
  );

const same = 'old/essays/same/index.html';
const changes: Readonly<Record<string, (() => void) | null>> = {
  nothing: null,
  'a file was written to': () => writeFileSync(join(top, same), 'SAME'),
  'a file was written to, and its time set back': () => {
    const { atime, mtime } = statSync(join(top, same));
    cpSync(join(top, same), join(top, 'copy'));
    writeFileSync(join(top, 'copy'), 'SAME');
    utimesSync(join(top, 'copy'), atime, mtime);
    renameSync(join(top, 'copy'), join(top, same));
  },
  'a file was deleted': () => rmSync(join(top, same)),
  'a file became a folder': () => {
    rmSync(join(top, same));
    mkdirSync(join(top, same));
  },
  'the mode of a file was changed': () => chmodSync(join(top, same), 0o600),
  'the list was deleted': () => rmSync(fileListOf(join(top, 'old'))),
  'the list was cut': () => writeFileSync(fileListOf(join(top, 'old')), '[["essays/sa'),
  'the list is of another kind': () => writeFileSync(fileListOf(join(top, 'old')), '{}'),
};

it.each(Object.entries(changes))('gives the same site as without an earlier one: %s', (_, change) => {
  const inode = (path: string) => statSync(join(top, path)).ino;
  siteOf('old', texts);
  const before = inode(same);
  change?.();
  const expected = siteOf('expected', next);
  const made = siteOf('new', next, 'old');
  expect(contentOf(made.folder)).toEqual(contentOf(expected.folder));
  expect(made.bytes).toBe(expected.bytes);
  expect([...made.site.sums].sort()).toEqual([...expected.site.sums].sort());
  expect(inode('new/essays/same/index.html') === before).toBe(change === null);
  const sums = (folder: string) =>
    [...earlierSite(folder).files].map(([path, { sum }]) => [path, sum]).sort();
  expect(sums(made.folder)).toEqual(sums(expected.folder));
});

it('replaces a page that is there with the finished one of the earlier site', () => {
  siteOf('old', texts);
  mkdirSync(join(top, 'new/essays/same'), { recursive: true });
  writeFileSync(join(top, 'new/essays/same/index.html'), 'not finished');
  const site = openSite(join(top, 'new'), earlierSite(join(top, 'old')));
  writeFile(site, 'essays/same/index.html', 'same');
  expect(readFileSync(join(top, 'new/essays/same/index.html'), 'utf8')).toBe('same');
  expect(existsSync(join(top, same))).toBe(false);
});

it('does not read the content of a file whose key is that of the earlier site', () => {
  const book = (key: string, content: string | null) => ({
    path: 'books/a.epub',
    key,
    get content(): Uint8Array {
      if (content === null) throw new Error('was read');
      return Buffer.from(content);
    },
  });
  const write = (name: string, old: string | null, file: ReturnType<typeof book>) => {
    mkdirSync(join(top, name));
    const site = openSite(join(top, name), old === null ? null : earlierSite(join(top, old)));
    writeMadeFile(site, file);
    closeSite(site);
    return readFileSync(join(top, name, 'books/a.epub'), 'utf8');
  };
  expect(write('first', null, book('1', 'one'))).toBe('one');
  expect(write('second', 'first', book('1', null))).toBe('one');
  expect(write('third', 'second', book('2', 'two'))).toBe('two');
  expect(write('fourth', 'third', book('2', null))).toBe('two');
  expect(() => write('fifth', 'fourth', book('3', null))).toThrow('was read');
});
