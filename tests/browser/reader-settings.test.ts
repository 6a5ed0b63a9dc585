import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
});
afterAll(() => site.close());

const desk = { viewport: { width: 1280, height: 800 } };
const openSettings = (page: Page) => page.getByRole('button', { name: 'Reading settings' }).click();
const theme = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe('the theme', () => {
  it('is applied, stored for the next page, and set before the first paint', async () => {
    const page = await site.open(essay, { ...desk, colorScheme: 'light' });
    const light = await theme(page);
    await openSettings(page);
    await page.getByRole('radio', { name: 'dark' }).check();
    const dark = await theme(page);
    expect(dark).not.toBe(light);
    await page.route('**/*.js', () => {}); // no module is loaded, so the theme was set before the first paint
    await page.goto(site.address, { waitUntil: 'commit' });
    await page.waitForSelector('h1');
    expect(await theme(page)).toBe(dark);
    await page.unroute('**/*.js');
    await page.goto(site.address + essay);
    await openSettings(page);
    expect(await page.getByRole('radio', { name: 'dark' }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: 'automatic' }).check();
    expect(await theme(page)).toBe(light);
    await page.context().close();
  });

  it('works where storage is blocked, and so does all the rest', async () => {
    const context = await site.browser.newContext({ ...desk, colorScheme: 'light' });
    await context.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('blocked', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', { get: refuse });
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(site.address + essay);
    const light = await theme(page);
    await openSettings(page);
    await page.getByRole('radio', { name: 'dark' }).check();
    expect(await theme(page)).not.toBe(light);
    await page.keyboard.press('Escape');
    await page.evaluate(() => scrollTo(0, 4000));
    await page.waitForTimeout(600);
    await page.keyboard.press('?');
    await page.getByRole('checkbox').click();
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('size, line length and typeface', () => {
  it('are the reader’s to set, and set before the first paint of the next page', async () => {
    const page = await site.open(essay, { ...desk, javaScriptEnabled: true });
    const look = () =>
      page.evaluate(() => {
        const { fontSize, fontFamily } = getComputedStyle(document.querySelector('.prose') ?? document.body);
        return { fontSize, fontFamily, width: document.querySelector('.prose')?.clientWidth ?? 0 };
      });
    const before = await look();
    await openSettings(page);
    for (const name of ['larger', 'short', 'open forms']) await page.getByRole('radio', { name }).check();
    const after = await look();
    expect(Number.parseFloat(after.fontSize)).toBeGreaterThan(Number.parseFloat(before.fontSize) * 1.3);
    expect(after.fontFamily).toContain('Atkinson');
    await page.route('**/*.js', () => {}); // no module is loaded
    await page.goto(`${site.address}about/`, { waitUntil: 'commit' });
    await page.waitForSelector('.prose');
    const next = await look();
    expect([next.fontSize, next.fontFamily]).toEqual([after.fontSize, after.fontFamily]);
    await page.context().close();
  });

  it('have no button where there is no script', async () => {
    const page = await site.open(essay, { ...desk, javaScriptEnabled: false });
    expect(await page.locator('reader-settings').isVisible()).toBe(false);
    await page.context().close();
  });
});

it('the browser had nothing to complain about', () => {
  expect(site.complaints).toEqual([]);
});
