import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { harbourLibrary } from './harbour-library.ts';
import { lamp } from './harbour-texts.ts';

/** A library in a git repository of its own, and the files in which its ids stand. */
const { library, list, folder, published, remove, write, reset } = harbourLibrary('ledger-files');
const { anchors, git, run, commit } = library;
beforeAll(write);

/** Milliseconds: several builds, beside those of other test files. */

describe('what git sees', () => {
  it('a build without any change leaves it clean', async () => {
    expect(await run('build')).toEqual({ code: 0, output: '' });
    expect(git('status', '--porcelain')).toBe('');
    expect(published()).toEqual(['loft', 'quay', 'tide']);
  });

  it('a first build prints which files it wrote, and the next one writes nothing', async () => {
    library.write('fresh', 'A wholly new essay about nets and their mending.');
    const { output } = await anchors('accept');
    expect(output).toContain('fresh/anchors.json');
    expect(output).toContain('published.json');
    const status = git('status', '--porcelain');
    expect((await anchors('accept')).output).toBe('');
    expect(git('status', '--porcelain')).toBe(status);
    remove(folder('fresh')); // nobody has seen it
    expect((await anchors('accept')).code).toBe(0);
    expect(git('status', '--porcelain')).toBe('');
  });
});

describe('a ledger that cannot be read', () => {
  beforeEach(reset);

  it('after two branches changed it: the conflict has a message, and either side brings both back', async () => {
    git('checkout', '-qb', 'other');
    library.edit('quay', lamp, `A paragraph of the other branch, on buoys and their colours.\n\n${lamp}`);
    await anchors('accept');
    commit();
    const theirs = library.idOf('quay', 'A paragraph of the other');
    library.edit('quay', 'on buoys and their colours', 'on buoys and the colours they have lost');
    await anchors('accept');
    commit();
    git('checkout', '-q', '-');
    library.edit('quay', lamp, `One of ours about the harbour master and his dog.\n\n${lamp}`);
    await anchors('accept');
    commit();
    expect(() => git('merge', 'other')).toThrow();
    const mixed = readFileSync(library.essay('quay'), 'utf8').replaceAll(/^(?:<{7}|={7}|>{7}).*$/gm, '');
    writeFileSync(library.essay('quay'), mixed);
    const { code, output } = await anchors();
    expect([code, output]).toEqual([
      2,
      expect.stringMatching(/quay\/anchors\.json:\d+: The ledger has a merge conflict/),
    ]);
    git('checkout', '-q', '--ours', library.ledgerFile('quay'));
    expect((await anchors('accept')).code).toBe(0);
    expect(library.ledger('quay').anchors.map(({ id }) => id)).toContain(theirs);
    expect(library.idOf('quay', 'A paragraph of the other')).toBe(theirs);
    commit();
  });

  it.each([
    ['of a version to come', '{ "version": 7 }', 'has version 7 of its format'],
    ['cut off', '{ "version": 1, "slug"', 'is not valid JSON'],
  ])('%s', async (_, text, sentence) => {
    writeFileSync(library.ledgerFile('quay'), text);
    const { code, output } = await run('build');
    expect([code, output]).toEqual([1, expect.stringMatching(/quay\/anchors\.json(:\d+)?: The ledger /)]);
    expect(output).toContain(sentence);
    expect(output).toContain('1 error. The site was not built.');
    expect(readFileSync(library.ledgerFile('quay'), 'utf8')).toBe(text);
  });

  it('deleted by hand: it comes back as it was committed', async () => {
    const before = readFileSync(library.ledgerFile('quay'), 'utf8');
    rmSync(library.ledgerFile('quay'));
    rmSync(list);
    expect((await anchors('accept')).code).toBe(0);
    expect(readFileSync(library.ledgerFile('quay'), 'utf8')).toBe(before);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('with the line ends of Windows: it says the same, in CI too', async () => {
    for (const file of [library.ledgerFile('quay'), library.essay('quay'), list])
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    const { code, output } = await run('anchors', [], 'true');
    expect([code, output]).toEqual([0, expect.stringMatching(/^quay: \d+ unchanged, up to date$/m)]);
  });

  it('with a byte order mark: it is written without one, and its text with one is read', async () => {
    for (const file of [library.ledgerFile('quay'), library.essay('quay')])
      writeFileSync(file, `\uFEFF${readFileSync(file, 'utf8')}`);
    expect((await anchors('accept')).output).toMatch(/^Wrote \S*quay\/anchors\.json\./);
    expect(git('status', '--porcelain')).toMatch(/^ M \S*quay\/index\.mdx\n$/);
  });

  it('beside a text that cannot be read: the text is named, and no id is mentioned', async () => {
    library.edit('quay', lamp, `<<<<<<< HEAD\n${lamp}`);
    const { code, output } = await anchors();
    expect([code, output]).toEqual([2, expect.stringMatching(/^\S*quay\/index\.mdx:15:\d+: .*\n$/)]);
  });
});
