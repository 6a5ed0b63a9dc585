import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, field, focused, results, status } from './search-dialog.ts';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
});
afterAll(() => site.close());

describe('opening the search', () => {
  it('loads nothing of it before somebody is about to use it', async () => {
    const page = await site.open('about/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(site.address + essay, { waitUntil: 'networkidle' });
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter((url) => /pagefind|session|worker|marks/.test(url))).toEqual([]);
    await page.getByRole('link', { name: 'Search' }).hover();
    await expect.poll(() => asked.filter((url) => url.endsWith('engine.pagefind')).length).toBe(1);
    await page.context().close();
  });

  it.each<[string, (page: Page) => Promise<void>]>([
    ['/', (page) => page.keyboard.press('/')],
    ['Ctrl K', (page) => page.keyboard.press('Control+k')],
    ['⌘ K', (page) => page.keyboard.press('Meta+k')],
    ['the link', (page) => page.getByRole('link', { name: 'Search' }).click()],
  ])('opens by %s, and what is typed at once is not lost', async (_name, open) => {
    const page = await site.open(essay, { viewport: { width: 1280, height: 800 } });
    await open(page);
    await page.keyboard.type('Skerryvore');
    await results(page).first().waitFor();
    expect(await results(page).first().innerText()).toBe('Lights gather into a few hands');
    expect(await page.locator('site-search dialog').innerText()).toContain('Why Do Lighthouses Go Dark?');
    expect(await page.locator('site-search dialog mark').first().innerText()).toMatch(/skerryvore/i);
    await page.context().close();
  });

  it('does not take a key from a field, and Esc gives the focus back', async () => {
    const page = await site.open(essay);
    await page.getByRole('link', { name: 'Search' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('and/or');
    expect(await field(page).inputValue()).toBe('and/or');
    await page.keyboard.press('Escape');
    expect(await page.locator('site-search dialog[open]').count()).toBe(0);
    expect(await focused(page)).toBe('Search');
    await page.context().close();
  });
});

describe('the keys', () => {
  it('↓ ↑ Ctrl-n Ctrl-p Home End walk the list, a letter goes on typing', async () => {
    const page = await site.open(essay);
    await ask(page, 'harbour');
    await expect.poll(() => results(page).count()).toBeGreaterThan(4);
    const titles = await results(page).allInnerTexts();
    const walk: [string, string | undefined][] = [
      ['ArrowDown', titles[0]],
      ['ArrowDown', titles[1]],
      ['Control+n', titles[2]],
      ['Control+p', titles[1]],
      ['ArrowUp', titles[0]],
      ['End', titles.at(-1)],
      ['ArrowDown', titles.at(-1)],
      ['Home', titles[0]],
      ['ArrowUp', 'INPUT'],
    ];
    for (const [key, there] of walk) {
      await page.keyboard.press(key);
      expect(await focused(page), key).toBe(there);
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('s');
    expect(await field(page).inputValue()).toBe('harbours');
    await page.context().close();
  });

  it('Enter before the answer follows the first result of what was typed, not of what was there', async () => {
    const page = await site.open(essay);
    await ask(page, 'Smeaton');
    await results(page).first().waitFor();
    await page.evaluate(() => {
      const field = document.querySelector('site-search dialog input');
      if (!(field instanceof HTMLInputElement)) return;
      field.value = 'Skerryvore';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    });
    await page.waitForURL(/\?q=skerryvore#/);
    await page.context().close();
  });

  it('Enter follows the first result, but not the Enter that ends a composed word', async () => {
    const page = await site.open(essay);
    await ask(page, 'Skerryvore');
    await results(page).first().waitFor();
    await field(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(await page.locator('site-search dialog[open]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?q=skerryvore#/);
    expect(await page.locator('site-search dialog[open]').count()).toBe(0);
    await page.context().close();
  });
});

describe('what is found', () => {
  it('a misspelt word is corrected with a message, and can be insisted on', async () => {
    const page = await site.open(essay);
    await ask(page, 'flatering legand');
    await expect.poll(() => status(page).innerText()).toContain('Showing results for flattering legend');
    expect(await results(page).first().innerText()).toBe('The Flattering Legend');
    await page.getByRole('button', { name: 'Search instead for “flatering legand”' }).click();
    await expect.poll(() => status(page).innerText()).toBe('No section contains any of these words.');
    expect(await results(page).count()).toBe(0);
    await page.context().close();
  });

  it('words that never meet give the nearest sections, each with what it lacks', async () => {
    const page = await site.open(essay);
    await ask(page, 'clockwork Skerryvore');
    await expect.poll(() => status(page).innerText()).toContain('No section contains all of these words');
    await expect
      .poll(() => page.locator('site-search dialog li').allInnerTexts())
      .toContainEqual(expect.stringContaining('without “clockwork”'));
    await page.context().close();
  });

  it('nonsense is not found', async () => {
    const page = await site.open(essay);
    await ask(page, 'qwertyuiop');
    await expect.poll(() => status(page).innerText()).toBe('No section contains “qwertyuiop”.');
    await page.context().close();
  });

  it('results under the cursor stay while more arrive, and typing replaces them without an empty list', async () => {
    const page = await site.open(essay);
    await ask(page, 'harbour');
    await expect.poll(() => results(page).count()).toBeGreaterThan(4);
    await page.evaluate(() => {
      const list = document.querySelector('site-search dialog search > div');
      const counts: number[] = Object.assign(window, { counts: [] }).counts;
      new MutationObserver(() => counts.push(list?.childElementCount ?? 0)).observe(list ?? document, {
        childList: true,
      });
    });
    for (const letter of ' pilots') await page.keyboard.type(letter);
    await expect.poll(() => page.locator('site-search dialog mark').allInnerTexts()).toContain('pilots');
    expect(await page.evaluate('Math.min(...counts)')).toBeGreaterThan(0);
    await page.context().close();
  });
});

it('works under a path that the build has never heard of', async () => {
  const deep = await siteInBrowser('/a/b/');
  const page = await deep.open(`${essay}`);
  await ask(page, 'clockwork');
  await results(page).first().click();
  await page.waitForURL((url) => url.href.startsWith(`${deep.address}${essay}?q=clockwork#`));
  await page.goto(`${deep.address}search/?q=clokwork`);
  await page.locator('site-search li a').first().click();
  await page.waitForURL((url) => url.href.startsWith(`${deep.address}${essay}?q=clockwork#`));
  expect(deep.complaints).toEqual([]);
  await deep.close();
});

it('the browser had nothing to complain about in all of these tests', () => {
  expect(site.complaints).toEqual([]);
});
