import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
});
afterAll(() => site.close());

const desk = { viewport: { width: 1280, height: 800 } };
const copied = { ...desk, permissions: ['clipboard-read', 'clipboard-write'] };
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const openSettings = (page: Page) => page.getByRole('button', { name: 'Reading settings' }).click();

describe('links to paragraphs and headings', () => {
  it('the button beside the paragraph under the pointer copies its address and announces it', async () => {
    const page = await site.open(essay, copied);
    const paragraph = page.locator('.prose > p').nth(1);
    await paragraph.hover();
    await page.locator('paragraph-link:visible').waitFor();
    await page.locator('paragraph-link button').click();
    await page.locator('.announcement').filter({ hasText: 'Link copied.' }).waitFor();
    expect(await clipboard(page)).toBe(`${site.address}${essay}#${await paragraph.getAttribute('id')}`);
    await page.context().close();
  });

  it('the sign beside a heading copies its address and scrolls to it', async () => {
    const page = await site.open(essay, copied);
    const headingLink = page.locator('.heading a.heading-link').nth(2);
    await page.locator('.prose > p').first().hover();
    await page.waitForTimeout(300);
    await headingLink.click();
    await page.locator('.announcement').filter({ hasText: 'copied' }).waitFor();
    expect(await clipboard(page)).toBe(page.url());
    await page.context().close();
  });

  it('every heading and paragraph has an id', async () => {
    const page = await site.open(essay, desk);
    const bare = await page.locator('.prose > :is(p, ul, ol, blockquote, figure):not([id])').count();
    expect(bare).toBe(0);
    await page.context().close();
  });

  it('selected words get a link to exactly those words, with the paragraph before them', async () => {
    const page = await site.open(essay, copied);
    await page.evaluate(() => {
      const paragraphs = [...document.querySelectorAll('.prose > p')];
      const text = paragraphs.find((one) => one.textContent?.includes('handsome share'))?.firstChild;
      const at = text?.textContent?.indexOf('handsome share') ?? -1;
      if (text) getSelection()?.setBaseAndExtent(text, at, text, at + 14);
    });
    const paragraph = page.locator('.prose > p').filter({ hasText: 'handsome share' });
    await paragraph.dispatchEvent('pointerup');
    await page.locator('quote-link button').click();
    await page.locator('.announcement').filter({ hasText: 'copied' }).waitFor();
    const id = await paragraph.getAttribute('id');
    const address = await clipboard(page);
    expect(address).toBe(`${site.address}${essay}#${id}:~:text=handsome%20share`);
    await page.evaluate(() => {
      const text = document.querySelector('.prose > p')?.firstChild; // “A lighthouse is among …”, the last letter left out
      if (text) getSelection()?.setBaseAndExtent(text, 2, text, 11);
    });
    await page.locator('quote-link button').click();
    await expect.poll(() => clipboard(page)).toContain(':~:text=A-,lighthouse,-is%20among%20the%20simplest');
    await page.goto('about:blank');
    await page.goto(address);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await page.context().close();
  });
});

describe('the reading position', () => {
  it('offers to go on at the paragraph, moves nothing by itself, and can be dismissed', async () => {
    const page = await site.open(essay, desk);
    const offer = page.locator('reading-position');
    expect(await offer.isVisible()).toBe(false);
    await page.evaluate(() => document.querySelectorAll('.prose > p')[9]?.scrollIntoView());
    const storedId = () => page.evaluate((path) => localStorage.getItem(`stet-place:/${path}`), essay);
    await expect.poll(storedId).not.toBeNull();
    await page.goto('about:blank');
    await page.goto(site.address + essay);
    await offer.filter({ hasText: 'You were reading' }).waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const before = page.locator('reader-settings button, .facts a');
    await before.last().focus();
    await page.keyboard.press('Tab');
    expect(await offer.getByRole('link').evaluate((link) => link === document.activeElement)).toBe(true);
    const id = await storedId();
    await offer.getByRole('link').click();
    expect(page.url()).toBe(`${site.address}${essay}#${id}`);
    expect(await offer.isVisible()).toBe(false);
    await page.goto('about:blank');
    await page.goto(site.address + essay);
    await offer.getByRole('button').click();
    expect(await offer.isVisible()).toBe(false);
    await page.context().close();
  });

  it('nothing is offered to someone who follows a link', async () => {
    const page = await site.open(essay, desk);
    await page.evaluate((path) => localStorage.setItem(`stet-place:/${path}`, 'a-last-watch'), essay);
    await page.goto('about:blank');
    await page.goto(`${site.address + essay}#the-risk-of-darkness`);
    expect(await page.locator('reading-position').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('keys', () => {
  it('n and p go from section to section, t to the contents, c copies, ? lists them', async () => {
    const page = await site.open(essay, copied);
    const at = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('n');
    expect(await at()).toBe('The Flattering Legend');
    await page.keyboard.press('n');
    expect(await at()).toBe('Two Patterns in the History of Light');
    await page.keyboard.press('p');
    expect(await at()).toBe('The Flattering Legend');
    await page.keyboard.press('c');
    await expect.poll(() => clipboard(page)).toMatch(/#the-flattering-fable$|#[a-z]+$/);
    await page.keyboard.press('t');
    expect(await page.evaluate(() => document.activeElement?.closest('.contents') !== null)).toBe(true);
    await page.keyboard.press('?');
    await page.locator('reader-settings dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('reader-settings dialog').isVisible()).toBe(false);
    await page.context().close();
  });

  it('are never taken from a field, and can be switched off for good', async () => {
    const page = await site.open(essay, desk);
    await page.keyboard.press('/');
    await page.locator('site-search input').fill('');
    await page.keyboard.type('npt?c');
    expect(await page.locator('site-search input').inputValue()).toBe('npt?c');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.keyboard.press('?');
    await page.getByRole('checkbox').click();
    await page.keyboard.press('Escape');
    await page.reload();
    for (const key of ['n', '/', '?']) await page.keyboard.press(key);
    expect(await page.evaluate(() => [scrollY, document.querySelectorAll('dialog[open]').length])).toEqual([
      0, 0,
    ]);
    await openSettings(page);
    expect(await page.getByRole('checkbox').isChecked()).toBe(false);
    await page.context().close();
  });
});

it('the browser had nothing to complain about', () => {
  expect(site.complaints).toEqual([]);
});
