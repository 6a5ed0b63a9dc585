import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parseSite } from '../site/parsed-site.ts';
import { isThorough } from '../thorough.ts';
import { startChromium } from './chromium.ts';
import { essay } from './site-in-browser.ts';
import { type Slash, slashlessHost } from './slashless-host.ts';

const folder = inject('site');
const addresses = parseSite(folder)
  .pages.filter(({ path }) => path !== '404.html')
  .map((page) => page.address.slice(1));

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

/** Returns the addresses of the links inside the site, with the slashes as written. */
const links = (page: Page) =>
  page.evaluate(() =>
    [...document.links].filter((link) => link.host === location.host).map((link) => link.href),
  );

const crossed: [Slash, string][] = [
  ['ignored', '/a/b/'],
  ['dropped', '/'],
];

describe.each<[Slash, string]>([
  ['ignored', '/'],
  ['dropped', '/ipfs/bafy0/'],
  ...(isThorough ? crossed : []),
])('on a host where the slash at the end is %s, with the site at %s', (slash, base) => {
  let host: Awaited<ReturnType<typeof slashlessHost>>;
  beforeAll(async () => {
    host = await slashlessHost(folder, base, slash);
  });
  afterAll(() => host.close());

  it('every page without its slash has its style, its scripts and the links that it has with it', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    for (const address of addresses) {
      const bare = host.address + address.replace(/\/$/, '');
      const answer = await page.goto(`${base === '/' ? bare : bare.replace(/\/$/, '')}?a=b#text`);
      expect([answer?.status(), address]).toEqual([200, address]);
      expect(page.url()).toBe(`${host.address}${address}?a=b#text`);
      expect(await page.evaluate(() => getComputedStyle(document.body).display), address).toBe('flex');
      await page.waitForFunction(() => customElements.get('site-search'));
      const here = await links(page);
      for (const href of new Set(here.map((one) => one.split('#')[0] ?? ''))) {
        const { status } = await fetch(href);
        expect([status, href]).toEqual([200, href]);
        const path = href.slice(host.address.length).replace(/\?.*/, '');
        if (!/\.\w+$/.test(path)) expect(addresses, `${href} on ${address}`).toContain(path); // a page, not a file
      }
    }
    await context.close();
  });

  it.runIf(slash === 'ignored')('a page with two slashes in its address is right as well', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    for (const address of addresses) {
      await page.goto(`${host.address}/${address.replace('/', '//')}`);
      expect(page.url()).toMatch(new RegExp(`/${address}$`));
      await page.waitForFunction(() => customElements.get('site-search'));
      for (const href of new Set(await links(page)))
        expect([(await fetch(href)).status, href]).toEqual([200, href]);
    }
    await context.close();
  });

  it('a page asked for by the name of its file keeps that', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    for (const address of addresses) {
      await page.goto(`${host.address}${address}index.html`);
      const named = `${host.address}${address}index.html`;
      expect([named, `${host.address}${address}`]).toContain(page.url());
      await page.waitForFunction(() => customElements.get('site-search'));
    }
    await context.close();
  });

  it('search finds and lands', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${host.address}about`);
    await page.getByRole('link', { name: 'Search' }).first().click();
    await page.keyboard.type('clockwork');
    await page.locator('dialog li a').first().click();
    await page.waitForURL((url) => url.href.startsWith(`${host.address}${essay}?q=clockwork#`));
    await context.close();
  });

  it('an address that leads nowhere keeps its own and gets links that arrive', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    for (const lost of ['nothing', 'no/such', 'a/b/c/d/e?x#y', 'about/%E2%82%AC']) {
      await page.goto(host.address + lost);
      await page.locator(`not-found[data-root="${host.address}"]`).waitFor({ state: 'attached' });
      expect(page.url()).toBe(host.address + lost);
      for (const href of await links(page)) {
        if (!href.startsWith(page.url().split('#')[0] ?? ''))
          expect([(await fetch(href)).status, href]).toEqual([200, href]);
      }
    }
    await context.close();
  });
});

describe('without JavaScript, where a host ignores the slash and the site begins at the server’s root', () => {
  it('a page without its slash has its style and the links that it has with it', async () => {
    const host = await slashlessHost(folder, '/', 'ignored');
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const others = async () => (await links(page)).filter((href) => !href.startsWith(`${page.url()}#`));
    for (const address of addresses) {
      await page.goto(host.address + address);
      const usual = await others();
      await page.goto(host.address + address.replace(/\/$/, ''));
      expect(await others(), address).toEqual(usual);
      expect(await page.evaluate(() => getComputedStyle(document.body).display), address).toBe('flex');
    }
    await context.close();
    host.close();
  });
});
