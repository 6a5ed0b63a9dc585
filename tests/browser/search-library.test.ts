import { createServer } from 'node:http';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { serve } from '../../src/commands/serve.ts';
import { buildFixture } from '../site/built-fixture.ts';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let library: SiteInBrowser;
let folder = '';
beforeAll(async () => {
  const built = await buildFixture('library');
  expect(built).toMatchObject({ code: 0, output: '' });
  folder = built.folder;
  library = await siteInBrowser('/', folder);
});
afterAll(() => library.close());

const search = (page: Page) => page.locator('site-search');
const essays = (page: Page) =>
  search(page)
    .locator('h2')
    .evaluateAll((all) => all.map((one) => one.firstChild?.textContent));
const titles = (page: Page) => search(page).locator('li a').allInnerTexts();
const status = (page: Page) => search(page).locator('[role=status]');

async function ask(page: Page, text: string) {
  if ((await page.locator('site-search dialog[open]').count()) === 0) await page.keyboard.press('/');
  await search(page).locator('input').fill(text);
  await search(page).locator('li').first().waitFor();
}

/** Waits for the whole list, not only for the first result. */
async function askAll(page: Page) {
  await ask(page, 'dusk');
  await expect.poll(async () => (await titles(page)).length).toBe(5);
  expect(await status(page).innerText()).toBe('5 sections');
}

describe('several essays', () => {
  it('are listed one after the other with their sections, and the live region has the count', async () => {
    const page = await library.open('about/');
    await askAll(page);
    expect((await essays(page)).sort()).toEqual(['On Bees', 'On Birds', 'On Tides']);
    await page.context().close();
  });

  it('one essay only, by the pointer; what is typed next stays in it, until all are asked for', async () => {
    const page = await library.open('about/');
    await askAll(page);
    await search(page)
      .locator('h2', { hasText: 'On Bees' })
      .getByRole('button', { name: 'This essay only' })
      .click();
    await expect.poll(() => titles(page)).toHaveLength(2);
    expect(await status(page).innerText()).toBe('2 sections');
    expect(await essays(page)).toEqual(['On Bees']);
    await search(page).locator('input').fill('swarm');
    await expect.poll(() => titles(page)).toEqual(['The swarm']);
    expect(await status(page).innerText()).toBe('1 section');
    await page.getByRole('button', { name: 'All essays' }).click();
    await expect.poll(async () => (await essays(page)).sort()).toEqual(['On Bees', 'On Birds']);
    expect(await status(page).innerText()).toBe('2 sections');
    await page.context().close();
  });

  it('one topic only, by the keyboard: the focus stays in the dialog, and the list can be walked', async () => {
    const page = await library.open('about/');
    await askAll(page);
    const only = page.getByRole('button', { name: 'Only animals' });
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab');
        return only.evaluate((one) => one === document.activeElement);
      })
      .toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await essays(page)).sort()).toEqual(['On Bees', 'On Birds']);
    expect(await status(page).innerText()).toBe('4 sections');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
    await page.context().close();
  });

  it('links that narrow it are apart from each other', async () => {
    const page = await library.open('about/', { viewport: { width: 390, height: 800 } });
    await askAll(page);
    const boxes = await search(page)
      .locator('p, h2')
      .locator('button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    expect(boxes.length).toBeGreaterThan(3);
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        const beside = Math.max(one.left, other.left) - Math.min(one.right, other.right);
        const below = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
        expect(Math.max(beside - 12, below)).toBeGreaterThanOrEqual(0);
      }
    await page.context().close();
  });

  it('a narrowed search is the same after following a result and coming back', async () => {
    const page = await library.open('about/');
    await ask(page, 'dusk');
    await page.getByRole('button', { name: 'Only animals' }).click();
    await expect.poll(() => titles(page)).toHaveLength(4);
    const third = (await titles(page))[2];
    await search(page).locator('li a').nth(2).click();
    await page.waitForURL(/essays\//);
    await page.goBack();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(third);
    expect(await status(page).innerText()).toBe('4 sections');
    await page.context().close();
  });

  it('stays narrowed in the page of the search, through a reload', async () => {
    const page = await library.open('search/?q=dusk');
    await page.getByRole('button', { name: 'Only water' }).click();
    await expect.poll(() => status(page).innerText()).toBe('1 section');
    await page.reload();
    await expect.poll(() => status(page).innerText()).toBe('1 section');
    expect(await essays(page)).toEqual(['On Tides']);
    await page.context().close();
  });

  it.each<[string, (route: Route) => Promise<unknown>, message?: string, button?: string]>([
    [
      'missing',
      (route) => route.fulfill({ status: 404, body: 'Not found' }),
      'The site seems to have changed since this page was opened',
      'Reload the page',
    ],
    [
      'a page instead',
      (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Sign in' }),
    ],
    ['reset', (route) => route.abort('connectionreset')],
    ['no answer', () => new Promise(() => {})],
  ])(
    'an error for a filter chunk that cannot be loaded (%s), and a second attempt with the same filter',
    async (_name, fault, message = 'Part of the search failed to load', button = 'Try again') => {
      const page = await (await library.browser.newContext()).newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`${library.address}about/`);
      await ask(page, 'dusk');
      await expect.poll(() => status(page).innerText()).toBe('5 sections');
      await page.route(/\.pf_filter$/, fault);
      await page.getByRole('button', { name: 'Only animals' }).click();
      await expect.poll(() => status(page).innerText(), { timeout: 60_000 }).toContain(message);
      expect(await titles(page)).toEqual([]);
      await page.unroute(/\.pf_filter$/);
      await page.getByRole('button', { name: button }).click();
      await expect.poll(() => status(page).innerText()).toBe('4 sections');
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );

  it('the browser had nothing to complain about', () => {
    expect(library.complaints).toEqual([]);
  });
});

it('two sites on one origin, open at once, each find their own and keep apart what they store', async () => {
  const [a, b] = [await serve(inject('site'), '/a/', 26_000), await serve(folder, '/b/', 26_000)];
  const both = createServer((request, response) => {
    const { server } = request.url?.startsWith('/b/') ? b : a;
    server.emit('request', request, response);
  });
  await new Promise<void>((done) => both.listen(0, '127.0.0.1', done));
  const listening = both.address();
  const origin = `http://127.0.0.1:${typeof listening === 'object' ? listening?.port : ''}`;
  const context = await library.browser.newContext();
  const [first, second] = [await context.newPage(), await context.newPage()];
  const errors: string[] = [];
  for (const page of [first, second]) page.on('pageerror', (error) => errors.push(error.message));
  await first.goto(`${origin}/a/${essay}`);
  await second.goto(`${origin}/b/essays/bees/`);
  for (const [page, own, others] of [
    [first, 'Skerryvore', 'clover'],
    [second, 'clover', 'Skerryvore'],
    [first, 'clockwork', 'starlings'],
    [second, 'starlings', 'clockwork'],
  ] as const) {
    await page.bringToFront();
    await ask(page, own);
    await search(page).locator('input').fill(others);
    await expect.poll(() => status(page).innerText()).toBe(`No section contains “${others}”.`);
    await search(page).locator('input').fill(own);
    await search(page).locator('li').first().waitFor();
    const link = await search(page).locator('li a').first().getAttribute('href');
    expect(link).toMatch(new RegExp(`^${page === first ? `${origin}/a/` : `${origin}/b/`}essays/`));
  }
  // one after the other in the same tab, with the same cache and the same history
  await first.goto(`${origin}/b/search/?q=dusk`);
  await expect.poll(() => status(first).innerText()).toBe('5 sections');
  await first.goto(`${origin}/a/search/?q=dusk`);
  await expect.poll(() => status(first).innerText()).toBe('No section contains “dusk”.');
  await first.goBack();
  await expect.poll(() => status(first).innerText()).toBe('5 sections');
  expect(errors).toEqual([]);
  await context.close();
  for (const server of [a.server, b.server, both]) server.close();
});
