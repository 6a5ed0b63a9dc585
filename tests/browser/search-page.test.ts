import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
});
afterAll(() => site.close());

const results = (page: Page) => page.locator('main site-search li a');
const field = (page: Page) => page.locator('main site-search input');
const status = (page: Page) => page.locator('main site-search [role=status]');
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent || document.activeElement?.tagName);

describe('the search that stands in its page', () => {
  it('answers ?q= above the index, as a browser’s own search bar asks, and takes no focus', async () => {
    const page = await site.open('search/?q=Smeaton');
    await expect.poll(() => results(page).first().innerText()).toBe('The Flattering Legend');
    expect(await status(page).innerText()).toMatch(/sections?$/);
    expect(await field(page).inputValue()).toBe('Smeaton');
    expect(await focused(page)).not.toBe('INPUT');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'S', exact: true }).isVisible()).toBe(true);
    await page.context().close();
  });

  it('loads nothing of the search until the field is reached, and keeps the address true', async () => {
    const page = await site.open('about/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${site.address}search/`, { waitUntil: 'networkidle' });
    expect(asked.filter((url) => /pagefind|session|worker/.test(url))).toEqual([]);
    await page.keyboard.press('/');
    await page.keyboard.type('clockwork');
    await expect.poll(() => page.url()).toMatch(/search\/\?q=clockwork$/);
    await expect.poll(() => results(page).first().innerText()).toBe('Lenses stand on older mirrors');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).toMatch(/search\/$/);
    expect(await results(page).count()).toBe(0);
    await page.context().close();
  });

  it('the link to it, on its own page, leads to the field', async () => {
    const page = await site.open('search/');
    await page.getByRole('link', { name: 'Search' }).click();
    expect(await focused(page)).toBe('INPUT');
    expect(page.url()).toMatch(/search\/$/);
    await page.context().close();
  });

  it('↓ goes into the list, a letter there goes on typing and is no key of the page, Enter follows', async () => {
    const page = await site.open('search/?q=harbour');
    await expect.poll(() => results(page).count()).toBeGreaterThan(4);
    await page.keyboard.press('/');
    const down = async () => {
      await field(page).focus();
      await page.keyboard.press('ArrowDown');
      return focused(page);
    };
    await expect.poll(down).toBe(await results(page).first().innerText()); // once the answer to `/` is drawn
    await page.keyboard.type('n');
    expect(await focused(page)).toBe('INPUT');
    expect(await field(page).inputValue()).toBe('harbourn');
    await field(page).fill('Skerryvore');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href.startsWith(`${site.address}${essay}?q=skerryvore#`));
    await page.context().close();
  });

  it('Back returns to the results as they were, with the focus on the one that was followed', async () => {
    const page = await site.open('search/?q=harbour');
    await expect.poll(() => results(page).count()).toBeGreaterThan(4);
    const second = await results(page).nth(1).innerText();
    await results(page).nth(1).click();
    await page.waitForURL(/essays/);
    await page.goBack();
    await expect.poll(() => focused(page)).toBe(second);
    expect(await field(page).inputValue()).toBe('harbour');
    await page.context().close();
  });

  it('takes up its space while its script is loading', async () => {
    const viewport = { width: 320, height: 640 };
    const top = (one: Page) =>
      one.locator('.index-of-terms').evaluate((terms) => terms.getBoundingClientRect().top);
    const context = await site.browser.newContext({ viewport });
    // in the system's face: whether our fonts are asked for early depends on how fast the page comes
    await context.addInitScript(() => localStorage.setItem('stet-face', 'sans'));
    const whole = await context.newPage();
    await whole.goto(`${site.address}search/`);
    await field(whole).waitFor();
    const after = await top(whole);
    await whole.close();
    const page = await context.newPage();
    await page.route(/\.js$/, () => new Promise(() => {})); // never answered
    await page.goto(`${site.address}search/`, { waitUntil: 'commit' });
    await page.locator('.index-of-terms').waitFor();
    await expect.poll(() => field(page).isVisible()).toBe(false); // until the style sheet has come it is shown
    await expect.poll(async () => Math.abs((await top(page)) - after)).toBeLessThan(1);
    await context.close();
  });

  it('is an index of terms without JavaScript, and no field that does nothing', async () => {
    const page = await site.open(essay, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Search' }).click();
    await page.waitForURL(/search\/$/);
    expect(await page.locator('site-search').isVisible()).toBe(false);
    const entry = page.locator('.index-of-terms li', { hasText: 'Skerryvore' });
    await entry.getByRole('link', { name: 'Lights gather into a few hands' }).click();
    expect(page.url()).toMatch(/#lights-gather-into-a-few-hands$/);
    await page.context().close();
  });

  it('says that it failed to load, beside the index, and Enter asks again', async () => {
    const page = await (await site.browser.newContext()).newPage();
    await page.route(/session/, (route) => route.fulfill({ status: 404, body: 'Not found' })); // before the page asks
    await page.goto(`${site.address}search/`);
    await page.keyboard.press('/');
    await page.keyboard.type('Smeaton');
    await expect.poll(() => status(page).innerText()).toContain('Search failed to load.');
    await page.unroute(/session/);
    await page.keyboard.press('Enter');
    await expect.poll(() => results(page).first().innerText()).toBe('The Flattering Legend');
    await page.context().close();
  });
});

it('the browser had nothing to complain about in all of these tests', () => {
  expect(site.complaints).toEqual([]);
});
