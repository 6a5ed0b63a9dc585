import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serve } from '../../src/commands/serve.ts';
import { buildFixture } from '../site/built-fixture.ts';
import { startChromium } from './chromium.ts';

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

/** Presses a button of the reader's settings, and waits for what they then say. */
async function press(page: Page, name: string, status: string): Promise<void> {
  const dialog = page.locator('reader-settings dialog');
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Reading settings' }).click();
  await dialog.getByRole('button', { name }).click();
  await dialog.locator('[role=status]', { hasText: status }).waitFor({ timeout: 20_000 });
}
const keepPage = (page: Page) => press(page, 'Keep this page', 'This page can be read');
const keepAll = (page: Page) => press(page, 'Keep everything', 'Everything can be read');

const caches = (page: Page) =>
  page.evaluate(async () => (await window.caches.keys()).filter((name) => !name.endsWith('choice')).length);
const workers = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** Publishes another version of the site, in which a text and the sums are others. */
function publishNext(words: string, { isBroken = false } = {}): void {
  const offer = JSON.parse(readFileSync(join(folder, 'offline.json'), 'utf8'));
  const path = `${moon}index.html`;
  const html = readFileSync(join(folder, path), 'utf8').replace('Nobody looks at it', words);
  const sum = (text: string) => createHash('sha256').update(text).digest('hex');
  writeFileSync(join(folder, path), isBroken ? `${html} ` : html);
  offer.files[path] = sum(html);
  const text = JSON.stringify(offer);
  writeFileSync(join(folder, 'offline.json'), text);
  const worker = readFileSync(join(folder, 'service-worker.js'), 'utf8');
  writeFileSync(
    join(folder, 'service-worker.js'),
    worker.replace(/^const version = '\w+'/, `const version = '${sum(text)}'`),
  );
}

const update = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => {});
    const { installing } = registration ?? {};
    if (installing)
      await new Promise((done) => installing.addEventListener('statechange', done, { once: true }));
    return registration?.waiting ? 'waiting' : 'none';
  });
const firstWords = (page: Page) => page.locator('.prose p').first().innerText();

describe('a page that a reader keeps', () => {
  it('is read without a connection, whole, and no other page is', async () => {
    const page = await open(moon);
    expect(await workers(page)).toBe(0); // nothing before the reader asks
    await keepPage(page);
    disconnect();
    await page.reload();
    expect(await firstWords(page)).toContain('Nobody looks at it');
    expect(await page.evaluate(() => document.fonts.check('16px Vollkorn'))).toBe(true);
    await page.locator('.prose a', { hasText: 'dark side' }).hover();
    await page.locator('link-preview:visible').waitFor(); // its script and its file are kept too
    await expect(page.goto(served.address + tides)).rejects.toThrow();
  });

  it('is not kept where the browser has no room, and nothing is left of it', async () => {
    // the worker alone puts files: this one finds the store full at its fifth
    const worker = readFileSync(join(folder, 'service-worker.js'), 'utf8');
    writeFileSync(
      join(folder, 'service-worker.js'),
      `let left = 4; const { put } = Cache.prototype;
       Cache.prototype.put = function (...all) {
         if (left-- > 0) return put.apply(this, all);
         return Promise.reject(new DOMException('Full.', 'QuotaExceededError'));
       };\n${worker}`,
    );
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
    publishNext('Everybody looks at it');
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

  it('of which a file is not as it was built is not taken', async () => {
    const page = await open(moon);
    await keepPage(page);
    await page.reload();
    publishNext('Everybody looks at it', { isBroken: true });
    expect(await update(page)).toBe('none');
    await page.goto('about:blank');
    await page.waitForTimeout(1_000);
    disconnect();
    await page.goto(served.address + moon);
    expect(await firstWords(page)).toContain('Nobody looks at it');
  });
});
