import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDevServer } from '../../bench/search/dev-server.ts';
import { scratchLibrary } from '../site/scratch-library.ts';
import { violations } from './axe.ts';
import { type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

const sentence = 'No essays have been published here yet.';
const library = scratchLibrary('no-essays');
let site: SiteInBrowser;
beforeAll(async () => {
  rmSync(`${library.content}/essays`, { recursive: true }); // as git keeps it: without an empty folder
  expect(await library.run('build')).toMatchObject({ code: 0 });
  site = await siteInBrowser('/', library.out);
});
afterAll(() => site?.close());

describe('a site that has no essay yet', () => {
  it.each(['', 'search/', '404.html'])('says so at /%s, and lists nothing', async (path) => {
    const page = await site.open(path, { viewport: { width: 320, height: 640 } });
    const text = await page.locator('main').innerText();
    expect(text.split(sentence)).toHaveLength(2);
    expect(text).not.toMatch(/All essays|Index of terms|npm run/);
    expect(await page.locator('main :is(ol, ul)').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('is named on its home page, and has its other pages', async () => {
    const page = await site.open('');
    expect(await page.locator('h1').innerText()).toBe('The Fixture');
    await page.getByRole('link', { name: 'About' }).click();
    await page.waitForURL(/about\/$/);
    await page.context().close();
  });

  it('opens no search, whose link leads to the page that says it', async () => {
    const page = await site.open('about/');
    await page.keyboard.press('/');
    expect(await page.locator('site-search').count()).toBe(0);
    await page.getByRole('link', { name: 'Search' }).click();
    await page.waitForURL(/search\/$/);
    expect(await page.locator('main').innerText()).toContain(sentence);
    await page.context().close();
  });

  it('lists the first one as soon as it is there', async () => {
    library.write('first', 'One.');
    library.write('second', 'Two.');
    expect(await library.run('build')).toMatchObject({ code: 0 });
    const page = await site.open('');
    expect(await page.locator('main').innerText()).not.toContain(sentence);
    expect(await page.locator('.essays a').count()).toBe(2);
    await page.context().close();
  });
});

it('the browser had nothing to complain about', () => {
  expect(site.complaints).toEqual([]);
});

it('tells its writer how to begin the first, and no more once it is begun', async () => {
  await withDevServer('tests/fixtures/drafts', async ({ address, content }) => {
    const home = async () => (await fetch(`${address}/`)).text();
    await expect.poll(home, { timeout: 60_000 }).toContain('Plain');
    expect(await home()).not.toContain('npm run new');
    for (const slug of ['plain', 'with-parts', 'not-yet'])
      rmSync(`${content}/essays/${slug}`, { recursive: true });
    await expect.poll(home, { timeout: 60_000 }).toContain('Begin the first one: npm run new');
    expect(await home()).toContain(sentence);
  });
});
