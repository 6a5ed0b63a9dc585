import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openCache } from '../../src/cache/cache.ts';
import { openSite } from '../../src/publish/built-site.ts';
import { addOfflineFiles } from '../../src/publish/offline-files.ts';

/** Presses a button of the reader's settings, and waits for what they then say. */
export async function press(page: Page, name: string, status: string): Promise<void> {
  const dialog = page.locator('reader-settings dialog');
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Reading settings' }).click();
  await dialog.getByRole('button', { name }).click();
  await dialog.locator('[role=status]', { hasText: status }).waitFor({ timeout: 60_000 });
}
export const keepPage = (page: Page) => press(page, 'Keep this page', 'This page can be read');
export const keepAll = (page: Page) => press(page, 'Keep everything', 'Everything can be read');

/** How many caches have pages in them. */
export const caches = (page: Page) =>
  page.evaluate(async () => (await window.caches.keys()).filter((name) => !name.endsWith('choice')).length);

/** What the service worker knows of the reader's choice; null where it knows nothing. */
export const workersChoice = (page: Page) =>
  page.evaluate(async () => {
    const stored = await window.caches.match(
      new URL('choice.json', document.querySelector<HTMLAnchorElement>('a[rel=home]')?.href),
    );
    return stored ? stored.json() : null;
  });

/** How many service workers a page has. */
export const workers = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** Publishes another version of the site, in which a text and the sums are others. */
export function publishNext(folder: string, words: string, { isBroken = false } = {}): void {
  const offer = JSON.parse(readFileSync(join(folder, 'offline.json'), 'utf8'));
  const path = 'essays/moon/index.html';
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

/** Lets the store be full when the worker, which alone puts files, has put some. */
export function fillStore(folder: string, left: number): void {
  const worker = readFileSync(join(folder, 'service-worker.js'), 'utf8');
  writeFileSync(
    join(folder, 'service-worker.js'),
    `${worker}
     let left = ${left}; const { put } = Cache.prototype;
     Cache.prototype.put = function (...all) {
       if (left-- > 0) return put.apply(this, all);
       return Promise.reject(new DOMException('Full.', 'QuotaExceededError'));
     };`,
  );
}

/** The worker of a site that offers nothing. */
export async function cleanUp(): Promise<string> {
  const written = mkdtempSync(join(tmpdir(), 'stet-clean-up-'));
  await addOfflineFiles(openSite(written), [], openCache(join(written, 'cache')), false);
  const text = readFileSync(join(written, 'service-worker.js'), 'utf8');
  rmSync(written, { recursive: true });
  return text;
}

/** Asks for another version of the service worker. @returns whether it waits, once it is known */
export const update = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => {});
    const { installing } = registration ?? {};
    if (installing)
      await new Promise((done) => installing.addEventListener('statechange', done, { once: true }));
    return registration?.waiting ? 'waiting' : 'none';
  });

export const firstWords = (page: Page) => page.locator('.prose p').first().innerText();
