import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isThorough } from '../thorough.ts';
import { violations } from './axe.ts';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
});
afterAll(() => site.close());

/** Each state, with the typed text and the message of the search. */
const states: [string, string, string | RegExp][] = [
  ['typing', 'harb', 'Searching …'],
  ['empty', '', /^Type a word/],
  ['results', 'harbour', /^\d+ sections$/],
  ['partial', 'clockwork Skerryvore', /^No section contains all of these words/],
  ['corrected', 'flatering legand', /^Showing results for flattering legend: /],
  ['none', 'qwertyuiop', 'No section contains “qwertyuiop”.'],
  ['error', 'Smeaton', /^Part of the search failed to load/],
];

const files = /pagefind\//;

/** Holds back all files of the search until the returned function is called. */
async function holdFiles(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(files, async (route) => {
    await released;
    await route.continue().catch(() => undefined); // the page may have aborted the request
  });
  return release;
}

async function inEveryState(
  page: Page,
  rules: 'all' | 'colour',
  path: string,
  open: (page: Page) => Promise<unknown>,
) {
  const search = page.locator('site-search');
  const release = await holdFiles(page);
  await page.goto(site.address + path);
  await open(page);
  for (const [name, text, message] of states) {
    if (name === 'results') release();
    if (name === 'error') await page.route(files, (route) => route.abort('connectionreset'));
    await search.locator('input').fill(text);
    const status = search.locator('[role=status]');
    await expect.poll(() => status.innerText(), { message: name, timeout: 60_000 }).toMatch(message);
    const isList = ['results', 'partial', 'corrected'].includes(name);
    expect((await search.locator('li').count()) > 0, name).toBe(isList);
    expect(await violations(page, 'site-search', rules), name).toEqual([]);
    const over = await search.evaluate((one) => {
      const frame = one.querySelector('dialog') ?? document.documentElement;
      return frame.scrollWidth - frame.clientWidth;
    });
    expect(over, `${name} runs out of its frame`).toBeLessThanOrEqual(0);
  }
  await page.context().close();
}

const crossed = [
  [320, 'dark'],
  [1280, 'light'],
] as const;

it.each([[320, 'light'], [1280, 'dark'], ...(isThorough ? crossed : [])] as const)(
  'no violation of any axe rule in any state at %i px, %s',
  async (width, colorScheme) => {
    const options = { viewport: { width, height: 700 }, colorScheme };
    const newPage = async () => (await site.browser.newContext(options)).newPage();
    const rules = colorScheme === 'light' ? 'all' : 'colour';
    await inEveryState(await newPage(), rules, essay, (page) => page.keyboard.press('/'));
    await inEveryState(await newPage(), rules, 'search/', (page) =>
      page.locator('site-search input').focus(),
    );
  },
);
