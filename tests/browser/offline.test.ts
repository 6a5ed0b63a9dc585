import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serve } from '../../src/commands/serve.ts';
import { buildFixture } from '../site/built-fixture.ts';
import { startChromium } from './chromium.ts';
import {
  caches,
  cleanUp,
  fillStore,
  firstWords,
  keepAll,
  keepPage,
  press,
  publishNext,
  update,
  workers,
  workersChoice,
} from './kept-site.ts';
import { type Slash, slashlessHost } from './slashless-host.ts';

let built: string;
let browser: Browser;
beforeAll(async () => {
  built = (await buildFixture('linked')).folder;
  browser = await startChromium();
});
afterAll(() => browser.close());

let folder: string;
let served: { address: string; server: Server };
let context: BrowserContext;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-offline-'));
  cpSync(built, folder, { recursive: true, dereference: true });
  served = await serve(folder, '/a/b/', 24_000 + (process.pid % 9_000));
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  return async () => {
    await context.close();
    disconnect();
    rmSync(folder, { recursive: true });
  };
});

const moon = 'essays/moon/';
const tides = 'essays/tides/';
async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(served.address + path);
  return page;
}

/** No request is answered from now on: a browser told to be offline still lets a service worker ask. */
function disconnect(): void {
  served.server.closeAllConnections();
  served.server.close();
}

describe('a page that a reader keeps', () => {
  it('is read without a connection, whole, and no other page is', async () => {
    const page = await open(moon);
    expect(await workers(page)).toBe(0); // nothing before the reader asks
    await keepPage(page);
    disconnect();
    await page.reload();
    expect(await firstWords(page)).toContain('Nobody looks at it');
    await page.waitForFunction(() => document.fonts.check('16px Vollkorn'));
    await page.locator('.prose a', { hasText: 'dark side' }).hover();
    await page.locator('link-preview:visible').waitFor(); // its script and its file are kept too
    await expect(page.goto(served.address + tides)).rejects.toThrow();
  });

  it('is not kept where the browser has no room, and nothing is left of it', async () => {
    fillStore(folder, 4);
    const page = await open(moon);
    await press(page, 'Keep this page', 'no room');
    const files = await page.evaluate(async () => {
      const all = await window.caches.keys();
      return (await Promise.all(all.map(async (name) => (await window.caches.open(name)).keys()))).flat();
    });
    expect(files).toEqual([]);
    disconnect();
    await expect(page.reload()).rejects.toThrow();
  });

  it('is offered as a book as well, as is the library', async () => {
    for (const [path, names] of [
      [moon, ['This essay as a book (EPUB)', 'All essays as a book (EPUB)']],
      ['', ['All essays as a book (EPUB)']],
      ['about/', []],
    ] as const) {
      const page = await open(path);
      await page.getByRole('button', { name: 'Reading settings' }).click();
      const links = page.locator('reader-settings dialog a');
      await page.locator('reader-settings dialog').waitFor();
      expect(await links.allInnerTexts()).toEqual(names);
      for (const link of await links.all()) {
        const answer = await fetch(new URL((await link.getAttribute('href')) ?? '', page.url()));
        expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/epub+zip']);
      }
    }
  });

  it('is not said to be kept where it is no page of the site', async () => {
    const page = await open('nothing/');
    await press(page, 'Keep this page', 'could not be fetched');
    expect(await workersChoice(page)).toBe(null);
  });

  it('is kept with what another tab keeps at the same time', async () => {
    const [one, other] = [await open(moon), await open(tides)];
    await Promise.all([keepPage(one), keepPage(other)]);
    expect(await workersChoice(one)).toEqual(expect.arrayContaining([moon, tides]));
    disconnect();
    for (const page of [one, other]) {
      await page.reload();
      await page.locator('h1').waitFor();
    }
  });

  it('is given up in one press, on all tabs', async () => {
    const page = await open(moon);
    await keepPage(page);
    const other = await open(moon);
    await press(page, 'Keep nothing', 'not kept');
    expect([await workers(page), await caches(page)]).toEqual([0, 0]);
    await other.reload();
    expect(await firstWords(other)).toContain('Nobody looks at it');
    await page.close();
    await other.close();
    const again = await open(moon);
    disconnect();
    await expect(again.reload()).rejects.toThrow();
  });
});

it('the whole library is read and searched without a connection', async () => {
  const page = await open('');
  await keepAll(page);
  disconnect();
  for (const path of ['', moon, tides, 'about/', 'search/']) {
    await page.goto(served.address + path);
    await page.locator('h1').first().waitFor();
  }
  await page.goto(served.address + moon);
  await page.keyboard.press('/');
  await page.keyboard.type('harbour');
  await page.locator('dialog li a').first().click();
  await page.waitForURL(/tides\/\?q=harbour/);
});

describe('another version', () => {
  it('is not shown while a page of the one before is open, in any tab, and then is', async () => {
    const page = await open(moon);
    await keepPage(page);
    await page.reload();
    const other = await open(moon);
    publishNext(folder, 'Everybody looks at it');
    expect(await update(page)).toBe('waiting');
    await other.reload();
    expect(await firstWords(other)).toContain('Nobody looks at it');
    await page.close();
    await other.reload();
    expect(await firstWords(other)).toContain('Nobody looks at it');
    await other.goto('about:blank');
    await other.waitForTimeout(1_500);
    await other.goto(served.address + moon);
    expect(await firstWords(other)).toContain('Everybody looks at it');
    disconnect();
    await other.reload();
    expect(await firstWords(other)).toContain('Everybody looks at it');
    expect(await caches(other)).toBe(1);
  });

  it('for which there is no room leaves the one before as it is, and nothing of its own', async () => {
    const page = await open(moon);
    await keepPage(page);
    await page.reload();
    publishNext(folder, 'Everybody looks at it');
    fillStore(folder, 2);
    expect(await update(page)).toBe('none');
    expect(await caches(page)).toBe(1);
    await page.goto('about:blank');
    disconnect();
    await page.goto(served.address + moon);
    expect(await firstWords(page)).toContain('Nobody looks at it');
  });

  it('that no longer offers it deletes everything', async () => {
    const page = await open(moon);
    await keepPage(page);
    await page.reload();
    writeFileSync(join(folder, 'service-worker.js'), await cleanUp());
    await update(page);
    await expect.poll(() => workers(page)).toBe(0);
    expect(await page.evaluate(() => window.caches.keys())).toEqual([]);
    disconnect();
    await expect(page.reload()).rejects.toThrow();
  });

  it('of which a file is not as it was built is not taken', async () => {
    const page = await open(moon);
    await keepPage(page);
    await page.reload();
    publishNext(folder, 'Everybody looks at it', { isBroken: true });
    expect(await update(page)).toBe('none');
    await page.goto('about:blank');
    await page.waitForTimeout(1_000);
    disconnect();
    await page.goto(served.address + moon);
    expect(await firstWords(page)).toContain('Nobody looks at it');
  });
});

describe.each<[Slash, string]>([
  ['ignored', '/a/b/'],
  ['dropped', '/'],
])('on a host where the slash at the end of an address is %s, with the site at %s', (slash, base) => {
  it('a page is kept, and is read at both addresses', async () => {
    const host = await slashlessHost(folder, base, slash);
    const page = await context.newPage();
    await page.goto(`${host.address}essays/moon`);
    await keepPage(page);
    host.close();
    for (const address of ['essays/moon', moon, `${moon}index.html`]) {
      await page.goto(host.address + address);
      expect(await firstWords(page)).toContain('Nobody looks at it');
      await page.waitForFunction(() => customElements.get('site-search'));
    }
    await expect(page.goto(`${host.address}essays/tides`)).rejects.toThrow();
  });

  it('a page asked for by the name of its file is kept', async () => {
    const host = await slashlessHost(folder, base, slash);
    const page = await context.newPage();
    await page.goto(`${host.address}${moon}index.html`);
    await keepPage(page);
    host.close();
    await page.reload();
    expect(await firstWords(page)).toContain('Nobody looks at it');
  });
});
