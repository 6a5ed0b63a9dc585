import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { selectAll } from 'hast-util-select';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { headersFor } from '../../src/publish/headers.ts';
import { startChromium } from '../browser/chromium.ts';
import { essay } from '../browser/site-in-browser.ts';
import { observatoryScore } from '../site/observatory.ts';
import { parseSite } from '../site/parsed-site.ts';
import { rawGet } from './raw-get.ts';
import { type Running, servers } from './real-server.ts';

// A copy that every server's user may read, wherever the checkout lies.
const top = mkdtempSync(join(tmpdir(), 'stet-served-'));
chmodSync(top, 0o755);
const folder = join(top, 'a site');
cpSync(inject('site'), folder, { recursive: true, dereference: true });
const site = parseSite(folder);
const forHosts = ['.htaccess', '_headers', '.nojekyll'];

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(top, { recursive: true });
});

/** Every address that the site emits: what its pages link to, resolved where the page is, and every file of it. */
function emitted(address: string): string[] {
  const links = site.pages
    .filter((page) => page.path !== '404.html')
    .flatMap((page) => page.addresses.map((value) => new URL(value, new URL(page.address.slice(1), address))))
    .filter((url) => url.href.startsWith(address))
    .map((url) => url.origin + url.pathname);
  const files = site.files.filter((path) => !forHosts.includes(path)).map((path) => address + path);
  return [...new Set([...links, ...files])].sort();
}

describe.each(servers)('$name', (server) => {
  const { start } = server;
  if (!start) {
    if (process.env['CI']) it('is installed', () => expect.fail(`${server.name} is missing`));
    else it.skip(`not run: ${server.name} is not installed on this machine`);
    return;
  }
  describe.each(['/', '/a/b/'])('at %s', (mount) => {
    let running: Running;
    const get = (path: string, headers: Record<string, string> = {}) =>
      rawGet(running.address + path, headers);
    beforeAll(async () => {
      running = await start(folder, mount);
    });
    afterAll(() => running.stop());

    it('answers every address that the site emits at once and whole', async () => {
      for (const address of emitted(running.address)) {
        const { status, body } = await rawGet(address);
        expect([status, address]).toEqual([200, address]);
        const path = address.slice(running.address.length).replace(/(^|\/)$/, '$1index.html');
        expect(body.equals(readFileSync(join(folder, path))), path).toBe(true);
      }
    });

    it('leads a folder without its slash to its address, on whatever host it was asked', async () => {
      const { origin } = new URL(running.address);
      const folders = mount === '/' ? ['/about', '//about'] : [`${mount}about`, mount.slice(0, -1)];
      for (const path of folders) {
        const { status, headers } = await rawGet(origin + path);
        expect([301, 302, 307, 308], path).toContain(status);
        const led = new URL(headers['location'] ?? '', running.address).href;
        expect(led).toBe(`${origin + path.replace('//', '/')}/`);
      }
    });

    it.runIf(server.lostPage)('answers 404 with our page to what is not there', async () => {
      const page = readFileSync(join(folder, '404.html'));
      for (const path of [
        'nothing',
        'no/such/page',
        'essays/',
        '_astro/none.js',
        'about/x/y/z/',
        '_headers',
        '.htaccess',
      ]) {
        const { status, body, headers } = await get(path);
        expect([status, path]).toEqual([404, path]);
        expect(body.equals(page), path).toBe(true);
        expect(headers['content-type'], path).toMatch(/^text\/html; ?charset=utf-8$/i);
      }
    });

    it.runIf(server.headers)('sends the headers of our one source with 200, 304 and 404', async () => {
      const style = site.files.find((path) => /^_astro\/.*\.css$/.test(path)) ?? '';
      const part = site.files.find((path) => /^pagefind\/fragment\//.test(path)) ?? '';
      const asked = ['', 'about/', 'icon.svg', 'SHA256SUMS', '.well-known/build.json', style, part];
      for (const path of [...asked, 'pagefind/engine.pagefind', 'pagefind/contents.pf_meta']) {
        const first = await get(path);
        expect([first.status, path]).toEqual([200, path]);
        expect(ours(first.headers), path).toEqual(lower(headersFor(path)));
        const again = await get(path, { 'If-None-Match': first.headers['etag'] ?? '' });
        expect([again.status, path]).toEqual([304, path]);
        expect(ours(again.headers), path).toEqual(lower(headersFor(path)));
      }
      for (const path of ['nothing', '_astro/none.css', 'pagefind/fragment/none.pf_fragment']) {
        const { status, headers } = await get(path);
        expect([status, path]).toEqual([404, path]);
        expect(ours(headers), path).toEqual(lower(headersFor('404.html')));
      }
    });

    it.runIf(server.headers)('earns 120 or more of MDN’s HTTP Observatory', async () => {
      for (const page of site.pages.filter(({ path }) => path !== '404.html')) {
        const { headers } = await get(page.address.slice(1));
        const meta = selectAll('meta[http-equiv=Content-Security-Policy]', page.tree).map((one) =>
          String(one.properties['content']),
        );
        expect(observatoryScore(headers, meta).score, page.path).toBeGreaterThanOrEqual(120);
      }
    });

    it('names the kind of every file that a browser is strict about', async () => {
      for (const path of site.files.filter((one) => /\.(?:html|css|m?js|svg|json)$/.test(one))) {
        const { headers } = await get(path);
        const kind = { html: 'text/html', css: 'text/css', js: 'javascript', svg: 'image/svg', json: 'json' };
        const ending = /\w+$/.exec(path)?.[0] as keyof typeof kind;
        expect(headers['content-type'], path).toContain(kind[ending]);
      }
    });

    it.runIf(server.encodings.length > 0).each(server.encodings)(
      'sends what was compressed ahead: %s',
      async (encoding) => {
        const ahead = new Set(site.files.filter((one) => /\.(?:br|gz)$/.test(one)));
        const end = encoding === 'br' ? '.br' : '.gz';
        for (const path of site.files.filter((one) => ahead.has(one + end))) {
          for (const address of new Set([path, path.replace(/(^|\/)index\.html$/, '$1')])) {
            const { status, headers, body } = await get(address, { 'Accept-Encoding': encoding });
            expect([status, headers['content-encoding'], address]).toEqual([200, encoding, address]);
            expect(headers['vary'], address).toMatch(/accept-encoding/i);
            expect(body.equals(readFileSync(join(folder, path + end))), address).toBe(true);
            const whole = encoding === 'br' ? brotliDecompressSync(body) : gunzipSync(body);
            expect(whole.equals(readFileSync(join(folder, path))), address).toBe(true);
            const plain = await get(path);
            expect(headers['content-type'], address).toBe(plain.headers['content-type']);
          }
        }
      },
    );

    it('search finds and lands, and no page violates its policy', async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()) && !/status of 404/.test(message.text()))
          complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      for (const one of site.pages) await page.goto(running.address + one.address.slice(1));
      await page.goto(running.address + essay);
      await searchAndLand(page);
      if (server.lostPage) {
        await page.goto(`${running.address}no/such/page/at/all`);
        await page.locator(`not-found[data-root="${running.address}"]`).waitFor({ state: 'attached' });
        await searchAndLand(page);
      }
      expect(complaints).toEqual([]);
      await context.close();

      async function searchAndLand(from: typeof page) {
        await from.getByRole('link', { name: 'Search' }).first().click();
        await from.keyboard.type('clockwork');
        await from.locator('dialog li a').first().click();
        await from.waitForURL((url) => url.href.startsWith(`${running.address}${essay}?q=clockwork#`));
      }
    });
  });
});

const names = Object.keys(headersFor('')).map((name) => name.toLowerCase());

function ours(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, headers[name] ?? '(not sent)']));
}

function lower(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
