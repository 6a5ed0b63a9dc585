import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { beforeAll, expect, it } from 'vitest';
import { scratchLibrary } from './scratch-library.ts';

const library = scratchLibrary('history');
const page = 'essays/sea/history/index.html';

/** Builds the library, and commits it with a day of its own. */
async function publish(day: string) {
  expect(await library.run('build')).toMatchObject({ code: 0 });
  library.git('add', '-A');
  library.git('commit', '-q', '-m', 'A version', `--date=${day}T12:00:00Z`);
}

beforeAll(async () => {
  library.git('init', '-q');
  library.write(
    'sea',
    'The tide comes in twice a day.',
    '## Lights',
    'Lighthouses go dark, one after the other.',
  );
  library.write('still', 'Nothing was ever changed here.');
  await publish('2026-01-02');
  library.edit('sea', 'published: 2026-01-02', 'published: 2026-01-02\nhistory: words');
  library.edit('sea', 'one after the other', 'one by one');
  await publish('2026-05-03');
  expect((await library.run('build', [], 'true')).code).toBe(0);
});

it('gives a changed essay a page of versions and a line that leads there, and another essay neither', () => {
  const tree = library.page(page);
  expect(selectAll('.versions h2', tree).map(textOf)).toEqual(['3 May 2026', '2 January 2026']);
  expect(selectAll('.versions del', tree).map(textOf)).toEqual(['after the other']);
  expect(selectAll('.versions ins', tree).map(textOf)).toEqual(['by one']);
  expect(select('meta[name=robots]', tree)?.properties['content']).toBe('noindex');
  expect(library.leads('sea', '.colophon a[href$="history/"]')).toEqual(['/essays/sea/history/']);
  const line = select('.colophon time', library.page('essays/sea/index.html'));
  expect(line && textOf(line)).toBe('3 May 2026');
  expect(existsSync(join(library.out, 'essays/still/history'))).toBe(false);
  expect(select('.colophon time', library.page('essays/still/index.html'))).toBeUndefined();
});

it('tells the reader’s browser which sections were changed', () => {
  const list = JSON.parse(readFileSync(join(library.out, 'essays/sea/history/sections.json'), 'utf8'));
  const text = 'Changed on 3 May 2026, since you last read this';
  expect(list).toEqual([{ id: 'lights', day: '2026-05-03', text }]);
});
