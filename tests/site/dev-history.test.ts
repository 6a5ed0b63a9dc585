import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { expect, it } from 'vitest';
import { withServer } from '../../bench/search/dev-server.ts';
import { scratchLibrary } from './scratch-library.ts';

/** `npm run dev` in a repository with commits. */
const library = scratchLibrary('dev-history');
const soon = { timeout: 60_000, interval: 300 };

it('shows the versions of essays while they are written, and new ones after a commit', async () => {
  library.git('init', '-q');
  library.write(
    'sea',
    'The tide comes in twice a day.',
    '## Lights {#lights}',
    'Lighthouses go dark, one after the other.',
  );
  library.edit('sea', 'published: 2026-01-02', 'published: 2026-01-02\nhistory: words');
  const commit = async (day: string, isBuilt = false) => {
    if (isBuilt) expect(await library.run('build')).toMatchObject({ code: 0 }); // writes the ledgers
    library.git('add', '-A');
    library.git('commit', '-q', '-m', 'A version', `--date=${day}T12:00:00Z`);
  };
  await commit('2026-01-02', true);
  library.edit('sea', 'one after the other', 'one by one');
  await commit('2026-05-03', true);
  await withServer(process.cwd(), { STET_CONTENT: library.content }, async (address) => {
    const get = async (path: string) => {
      const response = await fetch(`${address}/essays/sea/${path}`);
      return response.ok ? response.text() : '';
    };
    const days = async () => selectAll('.versions h2', fromHtml(await get('history/'))).map(textOf);
    await expect.poll(days, soon).toEqual(['3 May 2026', '2 January 2026']);
    expect(await get('')).toContain('href="/essays/sea/history/"');
    expect(JSON.parse(await get('history/sections.json'))).toMatchObject([
      { id: 'lights', day: '2026-05-03' },
    ]);

    library.edit('sea', 'twice a day', 'twice each day');
    await expect.poll(() => get(''), soon).toContain('twice each day');
    expect(await days()).toHaveLength(2); // the working copy is no version
    await commit('2026-06-04');
    await expect.poll(days, soon).toEqual(['4 June 2026', '3 May 2026', '2 January 2026']);
    expect(await get('history/')).toContain('<ins>each</ins>');
  });
});
