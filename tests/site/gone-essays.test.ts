import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { select } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { harbourLibrary } from './harbour-library.ts';
import { gulls, lamp, ropes, salt, tide } from './harbour-texts.ts';

/** A library in a git repository of its own, where whole essays come and go. */
const { library, list, folder, published, remove, write, reset } = harbourLibrary('gone-essays');
const { anchors, git, run, commit } = library;
beforeAll(write);

/** Milliseconds: several builds, beside those of other test files. */

describe('an essay whose folder was deleted', () => {
  it('stops the build with its name, its address and the three solutions', async () => {
    remove(folder('tide'));
    const { code, output } = await run('build');
    expect(code).toBe(1);
    expect(output).toMatch(
      /published\.json:6: The essay “The tide” is missing\. It was published at `\/essays\/tide\/`/,
    );
    expect(output).toMatch(/git checkout HEAD -- \S*essays\/tide\n/);
    expect(output).toContain('npm run anchors -- redirect /essays/tide/ ');
    expect(output).toContain('npm run anchors -- retire /essays/tide/ --why');
    expect(git('status', '--porcelain').match(/^ D /gm)).toHaveLength(2);
    commit();
    const committed = await run('build', [], 'true');
    expect([committed.code, committed.output]).toEqual([1, expect.stringContaining('The essay “The tide”')]);
    expect(committed.output).toMatch(/git checkout [0-9a-f]+\^ -- /);
    expect((await anchors('explain', '/essays/tide/')).output).toContain('/essays/tide/ is missing');
  });

  it('cannot be removed from the list by hand', async () => {
    writeFileSync(list, readFileSync(list, 'utf8').replace(/,\n.*"tide".*/, ''));
    expect(published()).toEqual(['loft', 'quay']);
    expect((await anchors()).output).toContain('The essay “The tide”');
    rmSync(list);
    expect((await anchors()).output).toContain('The essay “The tide”');
    reset();
  });

  it('retired: a page at its address has the reason, and every id is there', async () => {
    expect(await anchors('retire', '/essays/tide/')).toEqual({
      code: 2,
      output: expect.stringContaining('`--why` is missing'),
    });
    const { code, output } = await anchors('retire', '/essays/tide/', '--why', 'The wall was torn down.');
    expect([code, output]).toEqual([0, expect.stringContaining('essays/tide/anchors.json')]);
    expect(existsSync(library.essay('tide'))).toBe(false);
    expect(await run('build')).toEqual({ code: 0, output: '' });
    const page = library.page('essays/tide/index.html');
    const stone = select('main p.tombstone', page);
    expect(stone && textOf(stone)).toContain('The wall was torn down.');
    const ids = library.ledger('tide').anchors.map(({ id }) => id);
    expect(ids).toHaveLength(3);
    for (const id of ids) expect(select(`p.tombstone #${id}`, page), id).toBeDefined();
    expect(select('meta[name=robots][content=noindex]', page)).toBeDefined();
    expect(readFileSync(join(library.out, 'index.html'), 'utf8')).not.toContain('essays/tide');
    const explained = await anchors('explain', `/essays/tide/#${ids[0]}`);
    expect(explained.output).toContain('was retired: The wall was torn down.');
    commit();
    expect((await run('anchors', [], 'true')).code).toBe(0);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('with one of its texts in another essay: the id leads there', async () => {
    library.edit('quay', lamp, `${lamp}\n\n${gulls}`);
    await anchors('accept');
    const id = library.idOf('tide', 'Gulls');
    const to = library.idOf('quay', 'Gulls');
    expect((await anchors('redirect', `/essays/tide/#${id}`, `/essays/quay/#${to}`)).code).toBe(0);
    expect(await run('build')).toMatchObject({ code: 0, output: expect.not.stringContaining('not built') });
    expect(library.leads('tide', `li#${id} a`)).toEqual([`/essays/quay/#${to}`]);
    commit();
  });

  it('has all its ids again when its text is restored', async () => {
    library.write('tide', tide, '## Boats', gulls);
    const { code } = await anchors('accept');
    expect(code).toBe(0);
    expect(library.ledger('tide')).not.toHaveProperty('retired');
    expect(library.ledger('tide').anchors.every((one) => !one.retired && !one.to)).toBe(true);
    commit();
  });

  it('redirected to another essay: every id is there or leads on', async () => {
    library.edit('quay', gulls, `${gulls}\n\n${ropes}`);
    remove(folder('loft'));
    const { output } = await anchors('accept');
    expect(output).toContain('redirect    npm run anchors -- redirect /essays/loft/ /essays/quay/');
    expect((await anchors('redirect', '/essays/loft/', '/essays/nowhere/')).code).toBe(2);
    expect((await anchors('redirect', '/essays/loft/', '/essays/quay/')).code).toBe(0);
    expect(library.ledger('loft').to).toBe('/essays/quay/');
    expect(await run('build')).toMatchObject({ code: 0, output: expect.not.stringContaining('not built') });
    const page = library.page('essays/loft/index.html');
    expect(select('link[rel=canonical]', page)?.properties['href']).toMatch(/\/essays\/quay\/$/);
    const id = library.ledger('loft').anchors[0]?.id ?? '';
    expect(library.leads('loft', `li#${id} a`)).toEqual([`/essays/quay/#${id}`]);
    commit();
  });
});

describe('an essay under another slug', () => {
  it('renamed with its ledger, and with git: the old address stays, however often it is renamed before the commit', async () => {
    renameSync(folder('tide'), folder('ebb'));
    expect((await anchors('accept')).output).toContain('ebb/anchors.json');
    renameSync(folder('ebb'), folder('flood'));
    expect((await anchors('accept')).code).toBe(0);
    expect(library.ledger('flood')).toMatchObject({ slug: 'flood', previousSlugs: ['tide'] });
    expect(published()).toEqual(['flood', 'loft', 'quay', 'tide']);
    commit();
  });

  it('renamed without its ledger: the build stops, and a redirect gives the ledger to the new folder', async () => {
    const before = library.ledger('quay').anchors.map(({ id }) => id);
    library.write('pier', salt.replace('every lock', 'each lock'), lamp, gulls, ropes);
    remove(folder('quay'));
    const { code, output } = await anchors('accept');
    expect([code, output]).toEqual([1, expect.stringContaining('redirect /essays/quay/ /essays/pier/')]);
    expect((await anchors('redirect', '/essays/quay/', '/essays/pier/')).code).toBe(0);
    expect(library.ledger('pier')).toMatchObject({ slug: 'pier', previousSlugs: ['quay'] });
    expect(library.ledger('pier').anchors.map(({ id }) => id)).toEqual(before);
    expect(await run('build')).toMatchObject({ code: 0, output: expect.not.stringContaining('not built') });
    expect(library.leads('loft', 'main li a')).toEqual([expect.stringMatching(/^\/essays\/pier\/#/)]);
    commit();
  });

  it('its previous address cannot become another essay’s', async () => {
    library.write('quay', 'Something else altogether, about the price of ice.');
    const { code, output } = await anchors('accept');
    expect([code, output]).toEqual([1, expect.stringContaining('The slug `quay` belongs to the essay in')]);
    expect(existsSync(library.ledgerFile('quay'))).toBe(false);
    reset();
  });

  it('a folder copied to begin another essay takes nothing with it', async () => {
    library.write('bell', 'The bell on the shoal is rung by the swell and has never been silent yet.');
    writeFileSync(library.ledgerFile('bell'), readFileSync(library.ledgerFile('pier')));
    expect((await anchors('accept')).code).toBe(0);
    expect(library.ledger('bell')).toMatchObject({ slug: 'bell', previousSlugs: [] });
    expect(library.ledger('bell').anchors).toHaveLength(1);
    reset();
  });
});

describe('a text that moved to another essay', () => {
  beforeEach(reset);

  it('is found there, and a redirect leads to it from its previous position', async () => {
    library.edit('pier', `${gulls}\n\n`, '');
    library.edit('flood', tide, `${tide}\n\n${ropes}`);
    library.edit('pier', `\n\n${ropes}`, '');
    await anchors('accept');
    const to = library.idOf('flood', 'Old ropes');
    const id = library.idOf('pier', 'Old ropes');
    const { output } = await anchors();
    const way = `redirect /essays/pier/#${id} /essays/flood/#${to}`;
    expect(output).toContain(`npm run anchors -- ${way}\n`);
    expect((await anchors(...way.split(' '))).code).toBe(1); // the gulls are still missing
    expect((await anchors('retire', library.idOf('pier', 'Gulls'), '--why', 'Said elsewhere.')).code).toBe(2);
    const gull = `/essays/pier/#${library.idOf('pier', 'Gulls')}`;
    expect((await anchors('retire', gull, '--why', 'Said elsewhere.')).code).toBe(0);
    expect(await run('build')).toMatchObject({ code: 0, output: expect.not.stringContaining('not built') });
    expect(library.leads('pier', `p.tombstone#${id} a`)).toEqual([`/essays/flood/#${to}`]);
  });
});

describe('for machines and scripts', () => {
  beforeEach(reset);

  it('every command has its exit code, and --json one value', async () => {
    const id = library.idOf('pier', 'The lamp');
    const json = async (...args: string[]) => JSON.parse((await anchors(...args, '--json')).output);
    expect(await json('explain', id)).toMatchObject({ essay: 'pier', id, anchor: { kind: 'paragraph' } });
    expect(await json()).toMatchObject({ version: 1, problems: [], gone: [{ essay: 'loft' }] });
    expect(await json('accept')).toEqual({ version: 1, wrote: [], problems: [] });
    for (const args of [
      ['whatever'],
      ['accept', 'no-such-id'],
      ['retire'],
      ['--nonsense'],
      ['explain', '/essays/x/'],
    ])
      expect((await anchors(...args)).code, args.join(' ')).toBe(2);
    appendFileSync(library.essay('pier'), '\nA last word on moorings.\n');
    const frozen = await anchors('accept', '--frozen');
    expect([frozen.code, frozen.output]).toEqual([2, expect.stringContaining('Nothing was written')]);
    expect((await anchors('--frozen')).code).toBe(1);
    expect((await anchors()).code).toBe(0);
  });

  it('accept gives an id to the text that replaces its own, and only where there is a conflict', async () => {
    const id = library.idOf('pier', 'The lamp');
    expect(await anchors('accept', id)).toEqual({
      code: 2,
      output: expect.stringContaining('has no conflict'),
    });
    library.edit(
      'pier',
      lamp,
      'Since last year a switch in town turns on what was once somebody’s evening walk.',
    );
    const { code, output } = await anchors('accept');
    expect([code, output]).toEqual([
      1,
      expect.stringContaining(`npm run anchors -- accept /essays/pier/#${id}`),
    ]);
    expect((await anchors('accept', `/essays/pier/#${id}`)).code).toBe(0);
    expect(library.idOf('pier', 'Since last year')).toBe(id);
  });
});
