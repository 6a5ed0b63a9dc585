import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withDevServer } from '../../bench/search/dev-server.ts';
import { scratchLibrary } from './scratch-library.ts';

it('holds an essay back until its day, and publishes it then without anything new to commit', async () => {
  const site = scratchLibrary('scheduled');
  site.write('now', 'Words of now.');
  site.write('later', 'Unheard words.');
  site.edit('later', 'published: 2026-01-02', 'published: 2030-03-04');
  site.edit('later', 'title: The later', 'title: An unheard title');
  const told = await site.run('build');
  expect(told).toMatchObject({ code: 1, output: expect.stringContaining('[site/no-day-for-essay]') });
  expect((await site.run('build', ['--day', '2030-03-03'])).code).toBe(0);
  const files = readdirSync(site.out, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const leaks = files.filter((one) =>
    /unheard/i.test(readFileSync(join(one.parentPath, one.name), 'latin1')),
  );
  expect(leaks.map(({ name }) => name)).toEqual([]);
  expect(existsSync(join(site.out, 'essays/later'))).toBe(false);
  const record = JSON.parse(readFileSync(join(site.out, '.well-known/build.json'), 'utf8'));
  expect(record.day).toBe('2030-03-03');
  const ledger = readFileSync(site.ledgerFile('later'), 'utf8');
  expect(await site.run('build', ['--day', '2030-03-04'], 'true')).toEqual({ code: 0, output: '' });
  expect(readFileSync(site.ledgerFile('later'), 'utf8')).toBe(ledger);
  expect(existsSync(join(site.out, 'essays/later/index.html'))).toBe(true);
});

it('holds a translation back until its day, and until that of its essay, and needs nothing new to commit then', async () => {
  const site = scratchLibrary('scheduled-translation');
  const translate = (slug: string, published: string) =>
    writeFileSync(
      join(site.content, 'essays', slug, 'index.de.mdx'),
      `---\ntitle: Unerhört\ndescription: Nichts\npublished: ${published}\n---\n\nUnerhörte Worte.\n`,
    );
  site.write('now', 'Words of now.');
  translate('now', '2030-03-04');
  site.write('later', 'Later words.');
  site.edit('later', 'published: 2026-01-02', 'published: 2030-03-04');
  translate('later', '2026-01-02');
  const there = () =>
    ['now', 'later'].filter((slug) => existsSync(join(site.out, 'essays', slug, 'de/index.html')));
  expect((await site.run('build', ['--day', '2030-03-03'])).code).toBe(0);
  expect(there()).toEqual([]);
  expect(readFileSync(join(site.out, 'sitemap.xml'), 'utf8')).not.toContain('/de/');
  const read = () =>
    ['now', 'later'].map((slug) =>
      readFileSync(join(site.content, 'essays', slug, 'translation.de.json'), 'utf8'),
    );
  const records = read();
  expect(await site.run('build', ['--day', '2030-03-03'], 'true')).toEqual({ code: 0, output: '' });
  expect(await site.run('build', ['--day', '2030-03-04'], 'true')).toEqual({ code: 0, output: '' });
  expect(there()).toEqual(['now', 'later']);
  expect(read()).toEqual(records);
});

it('shows it while writing, with the day on which it will be public', async () => {
  const site = scratchLibrary('scheduled-dev');
  site.write('later', 'Words.');
  site.edit('later', 'published: 2026-01-02', 'published: 2130-03-04');
  await withDevServer(site.content, async ({ address }) => {
    for (const path of ['/', '/essays/later/']) {
      const page = async () => (await fetch(`${address}${path}`)).text();
      await expect.poll(page, { timeout: 60_000 }).toContain('Not public until 4 March 2130');
    }
  });
});
