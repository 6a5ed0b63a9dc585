import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startChromium } from '../browser/chromium.ts';
import { essay } from '../browser/site-in-browser.ts';
import { statesOf } from '../browser/states.ts';
import { parseSite } from '../site/parsed-site.ts';
import { type Running, servers } from './real-server.ts';

// Every page in every state with each server's own headers; which servers are missing is reported by servers.test.ts.
const top = mkdtempSync(join(tmpdir(), 'stet-policy-'));
chmodSync(top, 0o755);
const ready = servers.flatMap(({ name, headers, start }) => (headers && start ? [{ name, start }] : []));

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(top, { recursive: true });
});

describe.each(ready)('with the headers of $name', ({ start }) => {
  describe.each([
    { built: 'site', mount: '/a/b/', states: statesOf('clockwork') },
    { built: 'specimen', mount: '/', states: [] }, // every construct; in every state on our own server: tests/browser/
  ] as const)('the $built at $mount', ({ built, mount, states }) => {
    const folder = join(top, built);
    cpSync(inject(built), folder, { recursive: true, dereference: true });
    const pages = parseSite(folder).pages.filter(({ path }) => path !== '404.html');
    let running: Running;
    beforeAll(async () => {
      running = await start(folder, mount);
    });
    afterAll(() => running.stop());

    it.each([true, false])('no page violates its policy, with JavaScript: %s', async (javaScriptEnabled) => {
      const { page, violations } = await watched({ javaScriptEnabled });
      for (const { address } of pages) await page.goto(running.address + address.slice(1));
      for (const lost of ['none', 'no/such/page']) await page.goto(running.address + lost);
      if (javaScriptEnabled) await page.locator('not-found[data-root]').waitFor({ state: 'attached' });
      await page.context().close();
      expect(violations).toEqual([]);
    });

    it.each(states)('nor does an essay: $name', async ({ reader, act }) => {
      const { page, violations } = await watched(reader);
      await page.goto(running.address + essay);
      await act(page);
      await page.context().close();
      expect(violations).toEqual([]);
    });

    it.runIf(built === 'site')(
      'nor do the page of all sections and the 404 page while they are searched',
      async () => {
        const { page, violations } = await watched({});
        for (const path of ['search/?q=clockwork', 'no/such/page']) {
          await page.goto(running.address + path);
          if (path === 'no/such/page') {
            await page.locator('not-found[data-root]').waitFor({ state: 'attached' });
            await page.getByRole('link', { name: 'Search' }).first().click();
            await page.keyboard.type('clockwork');
          }
          await page.locator('site-search li a').first().waitFor();
        }
        await page.context().close();
        expect(violations).toEqual([]);
      },
    );
  });
});

/** A page of which every violation, and whatever else its console complains of, is reported. */
async function watched(options: BrowserContextOptions): Promise<{ page: Page; violations: string[] }> {
  const context = await browser.newContext(options);
  const violations: string[] = [];
  await context.exposeBinding('violated', (_, text: string) => violations.push(text));
  await context.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      (window as unknown as { violated(text: string): void }).violated(
        `${location.pathname}: ${effectiveDirective} stops ${blockedURI} ${sample}`,
      ),
    ),
  );
  const page = await context.newPage();
  page.on('pageerror', (error) => violations.push(error.message));
  page.on('console', (message) => {
    const expected = /status of 404|preloaded using link preload but not used/;
    if (['error', 'warning'].includes(message.type()) && !expected.test(message.text()))
      violations.push(`${page.url()}: ${message.text()}`);
  });
  return { page, violations };
}
