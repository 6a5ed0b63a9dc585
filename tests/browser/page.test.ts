import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
      it(`no violation at ${width} px, ${colorScheme}, search closed and open`, async () => {
        const page = await site.open(essay, { viewport: { width, height }, colorScheme });
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('/');
        await page.locator('dialog[open] input').fill('infrastructure');
        await page.locator('dialog li').first().waitFor();
        expect(await violations(page)).toEqual([]);
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
      const mean = await page.evaluate(() => {
        const paragraphs = [...document.querySelectorAll('.prose > p')].filter(
          (one) => (one.textContent ?? '').length > 400,
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
    expect(text).toContain('It is not working.');
    expect(text).toContain('keep only the story.');
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

describe('search', () => {
  it('loads nothing of Pagefind before it is opened', async () => {
    const page = await site.open('about/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(site.address + essay, { waitUntil: 'networkidle' });
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter((url) => /pagefind|search-session/.test(url))).toEqual([]);
    await page.context().close();
  });

  it.each<[string, (page: Page) => Promise<void>]>([
    ['/', (page) => page.keyboard.press('/')],
    ['Ctrl K', (page) => page.keyboard.press('Control+k')],
    ['⌘ K', (page) => page.keyboard.press('Meta+k')],
    ['the link', (page) => page.getByRole('link', { name: 'Search' }).click()],
  ])('opens by %s, lists sections, and Enter lands on the heading', async (_name, open) => {
    const page = await site.open(essay, { viewport: { width: 1280, height: 800 } });
    await open(page);
    await page.keyboard.type('Databricks');
    const first = page.locator('dialog li').first();
    await first.waitFor();
    expect(await first.locator('a').innerText()).toBe('Markets close around a few');
    expect(await first.innerText()).toContain('Why Does Web3 AI Lose?');
    expect(await first.locator('mark').first().innerText()).toMatch(/databricks/i);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#markets-close-around-a-few$/);
    expect(await page.locator('dialog[open]').count()).toBe(0);
    const top = await page
      .locator('#markets-close-around-a-few')
      .evaluate((heading) => heading.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(200);
    await page.context().close();
  });

  it('does not take a key from a field, and Esc gives the focus back', async () => {
    const page = await site.open(essay);
    await page.getByRole('link', { name: 'Search' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('and/or');
    expect(await page.locator('site-search input').inputValue()).toBe('and/or');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Search');
    await page.context().close();
  });

  it('works under a path that the build has never heard of', async () => {
    const deep = await siteInBrowser('/a/b/');
    const page = await deep.open(essay);
    await page.keyboard.press('/');
    await page.keyboard.type('surfboard');
    await page.locator('dialog li a').first().click();
    await page.waitForURL(`${deep.address}${essay}#waves-stand-on-earlier-waves`);
    expect(deep.complaints).toEqual([]);
    await deep.close();
  });
});

describe('the browser', () => {
  it('had nothing to complain about in all of these tests', () => {
    expect(site.complaints.filter((line) => !/no\/such\/page.*404/.test(line))).toEqual([]);
  });
});
