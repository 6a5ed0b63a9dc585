import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { withNumberedFragments } from '../../../../src/search/build/fragment-names.ts';

const hashes = Array.from(
  { length: 60 },
  (_, number) =>
    `en_${(number * 4_111_117 + 0x1000000).toString(16).slice(-7)}${number % 20 === 0 ? 'a' : ''}`,
);

/** An index whose table names fragments as Pagefind's does: a letter for the length, the name, a number. */
function index(counted = 1) {
  const table = `pagefind_dcd${hashes.map((hash) => `j${hash}\u0018${counted}`).join('')}jen_abcdef0`;
  return [
    { path: 'contents.pf_meta', content: gzipSync(table) },
    { path: 'index/en_abcdef0.pf_index', content: new Uint8Array([1]) },
    ...hashes.map((hash, place) => ({
      path: `fragment/${hash}.pf_fragment`,
      content: new Uint8Array([place]),
    })),
  ];
}

it('numbers fragments and leaves parts of the index as they are called', () => {
  const files = withNumberedFragments(index());
  const table = gunzipSync(files[0]?.content ?? '').toString();
  const names = files.slice(2).map(({ path }) => path.replace(/^fragment\/|\.pf_fragment$/g, ''));
  expect(files[1]?.path).toBe('index/en_abcdef0.pf_index');
  expect(table).toContain('jen_abcdef0');
  expect(new Set(names).size).toBe(60);
  for (const [place, name] of names.entries()) {
    expect(name).toHaveLength(hashes[place]?.length ?? 0);
    // the same place in the table, and the same text
    expect(table.indexOf(name)).toBe(
      gunzipSync(index()[0]?.content ?? '')
        .toString()
        .indexOf(hashes[place] ?? ''),
    );
    expect([...(files[place + 2]?.content ?? [])]).toEqual([place]);
  }
});

it('uses no name again for another index, and the same for the same', () => {
  const names = (counted: number) => withNumberedFragments(index(counted)).map(({ path }) => path);
  expect(names(1)).toEqual(names(1));
  const others = new Set(names(2));
  expect(names(1).filter((path) => path.startsWith('fragment/') && others.has(path))).toEqual([]);
});

it('is stopped by a table that lacks a fragment, rather than leave one that nobody can find', () => {
  const [table, ...rest] = index();
  const other = { path: `fragment/en_0000000.pf_fragment`, content: new Uint8Array() };
  expect(() => withNumberedFragments([...(table ? [table] : []), ...rest, other])).toThrow(/every fragment/);
});
