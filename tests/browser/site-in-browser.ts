import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { serve } from '../../src/commands/serve.ts';
import { startChromium } from './chromium.ts';

/** A real browser and a real server with the published site. `complaints` has the errors and warnings of all pages. */
export interface SiteInBrowser {
  address: string;
  browser: Browser;
  complaints: string[];
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export async function siteInBrowser(base = '/', folder = inject('site')): Promise<SiteInBrowser> {
  const port = 20_000 + Math.floor(process.pid % 20_000);
  const served: { address: string; server: Server } = await serve(folder, base, port);
  const browser = await startChromium();
  const complaints: string[] = [];
  return {
    address: served.address,
    browser,
    complaints,
    async open(path, options = {}) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.on('console', (message) => {
        if (/preloaded using link preload but not used/.test(message.text())) return; // the font arrived too late: see fonts.css
        if (/Failed to fetch dynamically imported module/.test(message.text())) return; // a page that is left while it loads
        if (message.type() === 'error' || message.type() === 'warning')
          complaints.push(`${path}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
      page.on('request', (request) => {
        if (
          !request.url().startsWith(served.address.slice(0, -base.length)) &&
          !/^(?:data|blob):/.test(request.url())
        )
          complaints.push(`${path}: asks ${request.url()}`);
      });
      await page.goto(served.address + path);
      return page;
    },
    async close() {
      await browser.close();
      served.server.close();
    },
  };
}

/** Shows a page as on paper, once a script has taken the style for it. */
export async function onPaper(page: Page, options: { colorScheme?: 'dark' } = {}): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector<HTMLLinkElement>('body > link[rel=stylesheet]')?.sheet,
  );
  await page.emulateMedia({ media: 'print', ...options });
}

export const essay = 'essays/why-lighthouses-go-dark/';
