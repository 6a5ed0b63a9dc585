import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isThorough } from '../thorough.ts';
import { violations } from './axe.ts';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
});
afterAll(() => site.close());

const sizes = [
  [320, 640],
  [768, 1024],
  [1280, 800],
] as const;

describe('accessibility by axe, all rules on', () => {
  for (const [width, height] of sizes) {
    for (const colorScheme of ['light', 'dark'] as const) {
      if (!isThorough && (width === 1280) !== (colorScheme === 'dark')) continue;
      it(`no violation at ${width} px, ${colorScheme}, search closed and open`, async () => {
        const page = await site.open(essay, { viewport: { width, height }, colorScheme });
        const rules = colorScheme === 'light' ? 'all' : 'colour';
        expect(await violations(page, 'html', rules)).toEqual([]);
        await page.keyboard.press('/');
        await page.locator('dialog[open] input').fill('harbour');
        await page.locator('dialog li').first().waitFor();
        expect(await violations(page, 'html', rules)).toEqual([]);
        await page.context().close();
      });
    }
  }

  it.each(['', 'about/', 'search/', 'no/such/page'])('no violation on /%s', async (path) => {
    const page = await site.open(path, { viewport: { width: 320, height: 640 } });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

describe('any width', () => {
  it.each([320, 375, 768, 1100, 1280, 1920, 3840])('nothing runs out of the page at %i px', async (width) => {
    const page = await site.open(essay, { viewport: { width, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.context().close();
  });

  it('lines of 60 to 70 characters where there is room', async () => {
    for (const width of [768, 1280, 1920]) {
      const page = await site.open(essay, { viewport: { width, height: 800 } });
      await expect.poll(() => page.evaluate(() => localStorage.getItem('stet-fonts'))).not.toBeNull();
      await page.reload(); // in the fonts of the site, which the first page may have been too quick for
      const mean = await page.evaluate(() => {
        const paragraphs = [...document.querySelectorAll('.prose > p')].filter(
          (one) => (one.textContent ?? '').length > 600, // the last line of a short paragraph would count too much
        );
        const lines = paragraphs.map(
          (one) =>
            one.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(one).lineHeight) - 0.5,
        );
        return (
          paragraphs.reduce((sum, one) => sum + (one.textContent ?? '').length, 0) /
          lines.reduce((sum, one) => sum + one, 0)
        );
      });
      expect(mean, `${width} px`).toBeGreaterThan(58);
      expect(mean, `${width} px`).toBeLessThan(72);
      await page.context().close();
    }
  });
});

describe('without JavaScript', () => {
  it('all of the text, every contents entry and heading link lead somewhere, and nothing is dead', async () => {
    const page = await site.open(essay, { javaScriptEnabled: false });
    const text = await page.locator('.prose').innerText();
    expect(text).toContain('Few captains look up.');
    expect(text).toContain('keep only the postcard.');
    const links = page.locator('.contents a, .heading a');
    expect(await links.count()).toBeGreaterThan(12);
    for (const link of await links.all()) {
      const id = decodeURIComponent((await link.getAttribute('href'))?.slice(1) ?? '');
      expect(await page.locator(`[id="${id}"]`).count(), id).toBe(1);
    }
    await page.locator('.contents a').nth(4).click();
    expect(await page.evaluate('scrollY')).toBeGreaterThan(500);
    expect(await page.locator('button:visible, input:visible').count()).toBe(0);
    await page.getByRole('link', { name: 'Search' }).click();
    expect(page.url()).toMatch(/\/search\/$/);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('the %s theme follows the system', async (colorScheme) => {
    const page = await site.open(essay, { javaScriptEnabled: false, colorScheme });
    const [red = 0] =
      (await page.evaluate<string>('getComputedStyle(document.body).backgroundColor'))
        .match(/\d+/g)
        ?.map(Number) ?? [];
    expect(red > 128).toBe(colorScheme === 'light');
    await page.context().close();
  });
});

describe('the browser', () => {
  it('had nothing to complain about in all of these tests', () => {
    expect(site.complaints.filter((line) => !/no\/such\/page.*404/.test(line))).toEqual([]);
  });
});
