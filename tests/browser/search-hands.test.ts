import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
});
afterAll(() => site.close());

const results = (page: Page) => page.locator('site-search li a');
const field = (page: Page) => page.locator('site-search input');
const status = (page: Page) => page.locator('site-search [role=status]');
const isOpen = (page: Page) => page.locator('dialog[open]').count();

describe('an input method (IME)', () => {
  it.each([
    ['the dialog', essay],
    ['the page of the search', 'search/'],
  ])(
    '%s: what is being composed is not looked for and its keys are its own; what is composed is',
    async (_name, path) => {
      const page = await site.open(path);
      const composing = await page.context().newCDPSession(page);
      const compose = (text: string) =>
        composing.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      await page.keyboard.press('/');
      await expect.poll(() => status(page).innerText()).toMatch(/^Type a word/);
      const events = await page.evaluateHandle(() => {
        const heard: string[] = [];
        for (const name of ['compositionstart', 'compositionupdate', 'compositionend'])
          document.addEventListener(name, () => heard.push(name));
        return heard;
      });
      await compose('skerryvor');
      await compose('skerryvore');
      expect(await field(page).inputValue()).toBe('skerryvore');
      // the search has had the time to answer, had it been asked
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300))));
      expect(await status(page).innerText()).toMatch(/^Type a word/);
      for (const key of ['Enter', 'ArrowDown', 'Escape'])
        await field(page).evaluate(
          (one, key) =>
            one.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true })),
          key,
        );
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
      expect(page.url()).toBe(site.address + path);
      await composing.send('Input.insertText', { text: 'skerryvore' });
      expect([...new Set(await events.jsonValue())]).toEqual([
        'compositionstart',
        'compositionupdate',
        'compositionend',
      ]);
      await results(page).first().waitFor();
      expect(await field(page).inputValue()).toBe('skerryvore');
      expect(await results(page).first().innerText()).toBe('Lights gather into a few hands');
      await page.context().close();
    },
  );
});

describe('a finger', () => {
  const phone: BrowserContextOptions = {
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  };

  it.each([
    ['the dialog', essay],
    ['the page of the search', 'search/'],
  ])('%s: taps open, narrow, insist and follow', async (_name, path) => {
    const page = await site.open(path, phone);
    await page.getByRole('link', { name: 'Search' }).tap();
    await field(page).fill('skeryvore');
    await page.getByRole('button', { name: 'Search instead for “skeryvore”' }).tap();
    await expect.poll(() => status(page).innerText()).toBe('No section contains “skeryvore”.');
    await field(page).fill('skeryvore');
    await results(page).first().waitFor();
    const entry = await page.locator('site-search li').first().boundingBox();
    // outside the text of the link: the whole entry is its target
    await page.touchscreen.tap((entry?.x ?? 0) + (entry?.width ?? 0) - 8, (entry?.y ?? 0) + 12);
    await page.waitForURL(/\?q=skerryvore#/);
    expect(await isOpen(page)).toBe(0);
    await page.context().close();
  });

  it('a tap on Close, or beside the dialog, closes it and gives the focus back', async () => {
    const page = await site.open(essay, phone);
    const closing: (() => Promise<void>)[] = [
      () => page.getByRole('button', { name: 'Close' }).tap(),
      () => page.touchscreen.tap(160, 8),
    ];
    for (const close of closing) {
      await page.getByRole('link', { name: 'Search' }).tap();
      await expect.poll(() => isOpen(page)).toBe(1);
      await close();
      await expect.poll(() => isOpen(page)).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Search');
    }
    await page.context().close();
  });

  it.each([
    ['the dialog', essay],
    ['the page of the search', 'search/'],
  ])('%s: everything to be touched is 24 px high and wide, entries and the field 44', async (_name, path) => {
    const page = await site.open(path, phone);
    await page.getByRole('link', { name: 'Search' }).tap();
    for (const text of ['skeryvore', 'clockwork pilots']) {
      await field(page).fill(text);
      await results(page).first().waitFor();
      const sizes = await page.locator('site-search').evaluate((search) =>
        [...search.querySelectorAll<HTMLElement>('a, button, input, li')]
          .filter((one) => one.checkVisibility())
          .map((one) => {
            const { width, height } = one.getBoundingClientRect();
            return {
              name: `${one.tagName} ${one.textContent?.slice(0, 30)}`,
              tag: one.tagName,
              width,
              height,
            };
          }),
      );
      for (const { name, tag, width, height } of sizes) {
        const least = tag === 'LI' || tag === 'INPUT' ? 44 : 24;
        expect(Math.min(width, height), name).toBeGreaterThanOrEqual(least);
      }
    }
    await page.context().close();
  });
});

it('the browser had nothing to complain about in all of these tests', () => {
  expect(site.complaints).toEqual([]);
});
