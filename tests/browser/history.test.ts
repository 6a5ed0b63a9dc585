import { afterAll, beforeAll, expect, it } from 'vitest';
import { scratchLibrary } from '../site/scratch-library.ts';
import { type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

const library = scratchLibrary('history-browser');
const page = 'essays/sea/';
const filler = Array.from(
  { length: 12 },
  (_, number) => `Paragraph ${number} has words. ${'The sea is wide. '.repeat(20)}`,
);
let site: SiteInBrowser;

beforeAll(async () => {
  library.git('init', '-q');
  library.write(
    'sea',
    'It begins here.',
    ...filler,
    '## Lights',
    'Lighthouses go dark, one after the other.',
    '## Tides',
    'Twice a day.',
  );
  for (const [day, from, to] of [
    ['2026-01-02', 'It begins here', 'It begins here'],
    ['2026-05-03', 'one after the other', 'one by one'],
  ] as const) {
    library.edit('sea', from, to);
    expect((await library.run('build')).code).toBe(0);
    library.git('add', '-A');
    library.git('commit', '-q', '-m', 'A version', `--date=${day}T12:00:00Z`);
  }
  expect((await library.run('build', [], 'true')).code).toBe(0);
  site = await siteInBrowser('/', library.out);
});
afterAll(() => site?.close());

it('marks for who comes back the sections that were changed since, until they have been seen', async () => {
  const shown = await site.open(page, { viewport: { width: 1280, height: 800 } });
  const read = () => shown.evaluate(() => localStorage.getItem('stet-read:/essays/sea/'));
  await shown.evaluate(() => scrollTo(0, 600));
  await expect.poll(read).toBe('2026-05-03'); // a first visit marks nothing
  expect(await shown.locator('.changed-since').count()).toBe(0);
  await shown.evaluate(() => localStorage.setItem('stet-read:/essays/sea/', '2026-01-02'));
  await shown.reload();
  expect(await shown.locator('.changed-since').count()).toBe(0); // nothing is loaded before the reader scrolls
  await shown.evaluate(() => scrollTo(0, 300));
  const heading = shown.locator('#lights');
  const mark = shown.locator('.changed-since');
  await expect.poll(() => mark.count()).toBe(1);
  expect(await mark.textContent()).toBe('Changed on 3 May 2026, since you last read this');
  expect(await read()).toBe('2026-01-02');
  const top = () => heading.evaluate((one) => one.getBoundingClientRect().top + scrollY);
  const withMark = await top();
  await mark.evaluate((one) => one.setAttribute('hidden', ''));
  expect(await top()).toBe(withMark);
  await mark.evaluate((one) => one.removeAttribute('hidden'));
  await heading.scrollIntoViewIfNeeded();
  const [above, below] = [await mark.boundingBox(), await heading.boundingBox()];
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual((below?.y ?? 0) + 1);
  await expect.poll(read).toBe('2026-05-03');
  await mark.click();
  expect(shown.url()).toContain('/essays/sea/history/#day-2026-05-03');
  expect(site.complaints).toEqual([]);
  await shown.context().close();
});
