import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSite } from '../../../src/publish/built-site.ts';
import { writeFiles } from '../../../src/publish/reused-files.ts';

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'stet-reused-'));
  mkdirSync(join(top, 'new'));
  mkdirSync(join(top, 'old/pagefind/fragment'), { recursive: true });
  for (const [name, text] of [
    ['same', 'same'],
    ['damaged', 'other'],
    ['gone', 'gone'],
  ] as const)
    writeFileSync(join(top, 'old/pagefind/fragment', name), text);
});
afterEach(() => rmSync(top, { recursive: true }));

const files = ['same', 'damaged', 'added'].map((name) => ({
  path: `pagefind/fragment/${name}`,
  content: Buffer.from(name),
}));

it.each([null, 'old', 'absent'])(
  'the same files with the same sums, whatever the old site holds (%s)',
  (old) => {
    const site = openSite(join(top, 'new'));
    writeFiles(site, files, old && join(top, old));
    const folder = join(top, 'new/pagefind/fragment');
    expect(readdirSync(folder).sort()).toEqual(['added', 'damaged', 'same']);
    for (const { path } of files) expect(readFileSync(join(top, 'new', path), 'utf8')).toBe(path.slice(18));
    expect([...site.files].sort()).toEqual(files.map(({ path }) => path).sort());
    expect([...site.sums.keys()].sort()).toEqual([...site.files].sort());
    expect(existsSync(join(top, 'old/pagefind/fragment'))).toBe(old !== 'old');
  },
);

it('reuses files in folders of a folder, and leaves none of these empty', () => {
  for (const name of ['tides', 'gone']) {
    mkdirSync(join(top, 'old/cards', name), { recursive: true });
    writeFileSync(join(top, 'old/cards', name, 'de.png'), name);
  }
  const site = openSite(join(top, 'new'));
  writeFiles(site, [{ path: 'cards/tides/de.png', content: Buffer.from('tides') }], join(top, 'old'));
  expect(readdirSync(join(top, 'new/cards'), { recursive: true }).sort()).toEqual([
    'tides',
    join('tides', 'de.png'),
  ]);
});
