import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFixture } from '../site/built-fixture.ts';
import { violations } from './axe.ts';
import { type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  const { folder } = await buildFixture('linked');
  site = await siteInBrowser('/a/b/', folder);
});
afterAll(() => site.close());

const moon = 'essays/moon/';
const desk = { viewport: { width: 1280, height: 800 } };
const box = (page: Page) => page.locator('link-preview:visible');
const link = (page: Page, words: string) => page.locator('.prose a', { hasText: words });

/** Addresses that the page asked for, without its own. */
function requests(page: Page): string[] {
  const found: string[] = [];
  page.on('request', (request) => found.push(new URL(request.url()).pathname));
  return found;
}

describe('a link in the site that has the pointer', () => {
  it.each([
    ['the tides', 'On <b>Tides</b> & Time', 'The sea comes twice a day'],
    ['their tables', 'The tables', 'A table of tides is a promise'],
    ['their reason', '', 'Because the moon moves on'],
    ['a clerk', '', 'A Clerk and the Sea'],
    ['an Arabic heading', 'المد والجزر', 'A heading in another script'],
    ['its contents', 'On <b>Tides</b> & Time', 'The sea comes twice a day'],
    ['this moon’s dark side', 'The dark side', 'It is not dark'],
  ])('“%s” shows “%s” and what follows', async (words, title, text) => {
    const page = await site.open(moon, desk);
    await link(page, words).hover();
    await box(page).filter({ hasText: text }).waitFor();
    const shown = await page.locator('link-preview .title').allInnerTexts();
    expect(shown.join()).toBe(title);
    await page.context().close();
  });

  it('asks for nothing before, for one file then, and for nothing again', async () => {
    const page = await site.open(moon, desk);
    await page.waitForLoadState('networkidle');
    const asked = requests(page);
    await page.locator('.prose p').first().hover();
    await link(page, 'another site').hover();
    await page.waitForTimeout(600);
    expect(asked.filter((path) => /preview/.test(path))).toEqual([]);
    for (const words of ['the tides', 'their tables', 'the tides']) {
      await link(page, words).hover();
      await page.waitForTimeout(600);
    }
    expect(asked.filter((path) => path.endsWith('.xml'))).toEqual(['/a/b/essays/tides/previews.xml']);
    expect(asked.filter((path) => /link-preview/.test(path))).toHaveLength(1);
    await page.context().close();
  });

  it('keeps it open while the pointer is over it, and closes it by leaving and by Esc', async () => {
    const page = await site.open(moon, desk);
    await link(page, 'the tides').hover();
    await box(page).hover();
    await page.waitForTimeout(600);
    expect(await box(page).count()).toBe(1);
    await page.mouse.move(2, 2);
    await expect.poll(() => box(page).count()).toBe(0);
    await link(page, 'the tides').hover();
    await box(page).waitFor();
    await page.keyboard.press('Escape');
    expect(await box(page).count()).toBe(0);
    await page.waitForTimeout(600);
    expect(await box(page).count()).toBe(0);
    await page.context().close();
  });

  it('has a title that leads where the link does, and links of notes that are right in any folder', async () => {
    const page = await site.open(moon, desk);
    await link(page, 'their reason').hover();
    await box(page).waitFor();
    const inside = await box(page)
      .locator('a')
      .evaluateAll((links) => links.map((one) => 'href' in one && one.href));
    expect(inside).toEqual([`${site.address}essays/tides/#the-moon`, `${site.address}essays/moon/`]);
    await page.mouse.move(2, 2);
    await link(page, 'their tables').hover();
    await page.locator('link-preview .title a').click();
    await page.waitForURL(/\/essays\/tides\/#the-tables$/);
    await page.context().close();
  });
});

describe('by the keyboard', () => {
  it('it opens after a moment, takes no focus, and is gone with the next key', async () => {
    const page = await site.open(moon, desk);
    await link(page, 'the tides').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await box(page).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe('the tides');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('their tables');
    await expect.poll(() => box(page).innerText()).toContain('A table of tides');
    await page.keyboard.press('Escape');
    expect(await box(page).count()).toBe(0);
    expect(await focused()).toBe('their tables');
    await page.context().close();
  });
});

describe('by touch', () => {
  it('a long press opens it in place of the menu, and a tap follows the link', async () => {
    const page = await site.open(moon, {
      viewport: { width: 390, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    // headless browsers make no menu of a long press: this is the event that asks for one
    const press = () =>
      link(page, 'the tides').evaluate((one) =>
        one.dispatchEvent(
          new PointerEvent('contextmenu', { pointerType: 'touch', bubbles: true, cancelable: true }),
        ),
      );
    for (const _ of ['the first, which loads the script', 'the second']) {
      expect(await press()).toBe(false);
      await box(page).filter({ hasText: 'The sea comes' }).waitFor();
      await page.keyboard.press('Escape');
    }
    await press();
    await box(page).waitFor();
    expect(page.url()).toContain(moon);
    await page.locator('h1').tap();
    await expect.poll(() => box(page).count()).toBe(0);
    await link(page, 'the tides').tap();
    await page.waitForURL(/\/tides\/$/);
    await page.context().close();
  });
});

describe.each(['light', 'dark'] as const)('open, in %s colours', (colorScheme) => {
  it.each([
    [320, 640],
    [390, 844],
    [768, 1024],
    [1280, 800],
    [320, 200],
  ])('at %i × %i it is whole and has no violation', async (width, height) => {
    const page = await site.open(moon, { viewport: { width, height }, colorScheme });
    for (const words of ['the tides', 'their reason']) {
      await link(page, words).focus();
      await box(page).waitFor();
      const { x = -1, y = -1, width: w = 0, height: h = 0 } = (await box(page).boundingBox()) ?? {};
      expect([x >= 0, y >= 0, x + w <= width, y + h <= height]).toEqual([true, true, true, true]);
      expect(await violations(page, 'main')).toEqual([]); // it may cover a link at the head of the page
      await page.keyboard.press('Escape');
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.context().close();
  });
});

it('in a text from right to left it begins where the link does, and has the direction of what it shows', async () => {
  const page = await site.open('essays/qamar/', { viewport: { width: 768, height: 700 } });
  for (const [words, direction] of [
    ['المد', 'ltr'],
    ['رابط إلى', 'rtl'],
  ] as const) {
    await link(page, words).hover();
    await page.locator(`link-preview[dir=${direction}]:visible`).waitFor();
    const [from, shown] = [await link(page, words).boundingBox(), await box(page).boundingBox()];
    const end = (one: typeof shown) => (one?.x ?? 0) + (one?.width ?? 0);
    expect(Math.abs(end(shown) - end(from))).toBeLessThan(1);
    await page.mouse.move(2, 2);
    await expect.poll(() => box(page).count()).toBe(0);
  }
  await page.context().close();
});

describe('a reader who does not want them', () => {
  it('says so once, and gets none on any page, and no file of them', async () => {
    const page = await site.open(moon, desk);
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.getByRole('radio', { name: 'not shown' }).check();
    await page.keyboard.press('Escape');
    await page.reload();
    const asked = requests(page);
    await link(page, 'the tides').hover();
    await page.waitForTimeout(900);
    expect(await box(page).count()).toBe(0);
    expect(asked.filter((path) => /preview/.test(path))).toEqual([]);
    await page.context().close();
  });
});

it('where the file cannot be had nothing opens, and the link is a link', async () => {
  const page = await site.open(moon, desk);
  await page.route('**/previews.xml', (route) => route.abort());
  await link(page, 'the tides').hover();
  await page.waitForTimeout(900);
  expect(await box(page).count()).toBe(0);
  await page.unroute('**/previews.xml');
  await page.mouse.move(2, 2);
  await link(page, 'the tides').hover();
  await box(page).waitFor();
  await link(page, 'the tides').click();
  await page.waitForURL(/\/tides\/$/);
  await page.context().close();
});

it('the browser had nothing to complain about', () => {
  expect(site.complaints.filter((one) => !/ERR_FAILED/.test(one))).toEqual([]);
});
