import { statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { essay, onPaper, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

const disk = pathToFileURL(`${inject('site')}/`).href;

describe.each(['/', '/ipfs/bafy0/'])('an address that leads nowhere, with the site at %s', (base) => {
  let site: SiteInBrowser;
  beforeAll(async () => {
    site = await siteInBrowser(base);
  });
  afterAll(() => site.close());

  it.each(['nothing', 'no/such/page', 'essays/why-lighthouses-go-dark/more/of/it/'])(
    '/%s gets our page with its style, its font and links that arrive',
    async (path) => {
      const page = await site.open(path);
      await page.locator('not-found[data-root]').waitFor({ state: 'attached' });
      expect(await page.locator('not-found').getAttribute('data-root')).toBe(site.address);
      const links = await page.evaluate(() =>
        [...document.links].map((link) => link.href.split('#')[0] ?? ''),
      );
      const inside = [...new Set(links)].filter(
        (href) => href.startsWith(new URL(site.address).origin) && href !== page.url(),
      );
      expect(inside.length).toBeGreaterThan(3);
      for (const href of inside) {
        const answer = await fetch(href, { redirect: 'manual' });
        expect([answer.status, href]).toEqual([200, href]);
      }
      await page.waitForFunction(() => document.fonts.check('1em Vollkorn'));
      expect(await page.evaluate(() => [...document.fonts].length)).toBeGreaterThan(0);
      await page.getByRole('link', { name: 'Search' }).click();
      await page.keyboard.type('clockwork');
      await page.locator('dialog li a').first().click();
      await page.waitForURL((url) => url.href.startsWith(`${site.address}${essay}?q=clockwork#`));
      await page.context().close();
    },
  );

  it('complains of nothing but the addresses that are not there', () => {
    expect(site.complaints.filter((line) => !/status of 404/.test(line))).toEqual([]);
  });
});

describe('an address that leads nowhere, without JavaScript', () => {
  it('has a style of its own, and links that begin where site.url says', async () => {
    const site = await siteInBrowser('/');
    const page = await site.open('no/such/page', { javaScriptEnabled: false });
    expect(await page.evaluate('getComputedStyle(document.querySelector("main")).flexGrow')).toBe('1');
    await page.getByRole('link', { name: 'About' }).click();
    expect(page.url()).toBe(`${site.address}about/`);
    await site.close();
  });
});

describe('opened from the disk', () => {
  let site: SiteInBrowser;
  beforeAll(async () => {
    site = await siteInBrowser('/');
  });
  afterAll(() => site.close());

  it('every page reads with its style and font, and no link leads to the listing of a folder', async () => {
    const page = await (await site.browser.newContext()).newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    const seen = new Set<string>();
    const open = [`${disk}index.html`];
    for (const address of open) {
      if (seen.has(address)) continue;
      seen.add(address);
      await page.goto(address);
      expect(await page.evaluate(() => getComputedStyle(document.body).display), address).toBe('flex');
      expect(await page.locator('h1').innerText()).not.toBe('');
      const links = await page.evaluate(() =>
        [...document.links]
          .filter((link) => link.protocol === 'file:')
          .map((link) => link.href.split('#')[0] ?? ''),
      );
      expect(
        links.filter((href) => !href.startsWith(disk) || !statSync(fileURLToPath(href)).isFile()),
        address,
      ).toEqual([]);
      open.push(...links.filter((href) => href.endsWith('.html')));
    }
    expect(seen.size).toBeGreaterThan(3);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a page is printed as it is from a server', async () => {
    const page = await (await site.browser.newContext()).newPage();
    await page.goto(`${disk}${essay}index.html`);
    await onPaper(page);
    expect(await page.locator('.site-head').isVisible()).toBe(false);
    await page.context().close();
  });

  it('contents, notes and the search link lead where they say', async () => {
    const page = await (await site.browser.newContext()).newPage();
    await page.goto(`${disk}${essay}index.html`);
    await page.locator('.contents a').nth(4).click();
    expect(await page.evaluate('scrollY')).toBeGreaterThan(500);
    await page.locator('[data-footnote-ref]').first().click();
    expect(page.url()).toMatch(/index\.html#.*fn/);
    await page.getByRole('link', { name: 'Search' }).first().click();
    await page.waitForURL(`${disk}search/index.html`);
    expect(await page.locator('main a').count()).toBeGreaterThan(5);
    await page.context().close();
  });
});
