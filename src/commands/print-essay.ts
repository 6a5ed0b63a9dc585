import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { absoluteAddress, essayAddress } from '../document/address.ts';
import { decodedComponent } from '../document/decoded.ts';

/** What is printed, beside the text. */
export interface PrintOptions {
  /** The built site. */
  folder: string;
  /** The site's `url`, so that links in the PDF are right anywhere. */
  base: string;
  /** Says on the first page which version it is. */
  version: string;
}

/**
 * The page of an essay as a PDF by its print styles: tagged, with an outline of its headings and links that work. The
 * browser gets every file from the built site and asks nobody else; no script runs, so that all notes are at the end.
 */
export async function printEssay(
  browser: Browser,
  slug: string,
  { folder, base, version }: PrintOptions,
): Promise<Uint8Array> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    await context.route('**/*', (route) => {
      const { href } = new URL(route.request().url());
      const inside = href.startsWith(base) ? (href.slice(base.length).split(/[?#]/)[0] ?? '') : null;
      const path = inside === null ? null : join(folder, decodedComponent(inside));
      const file = path !== null && href.endsWith('/') ? join(path, 'index.html') : path;
      if (file === null || !existsSync(file) || !statSync(file).isFile()) return route.abort();
      return route.fulfill({ path: file });
    });
    const page = await context.newPage();
    const address = absoluteAddress(essayAddress(slug), base);
    await page.goto(address, { waitUntil: 'load' });
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await page.evaluate(
      ({ lines, language }) => {
        const version = document.createElement('p');
        version.className = 'facts';
        version.lang = language;
        for (const line of lines) {
          if (version.firstChild) version.append(document.createElement('br'));
          version.append(line);
        }
        document.querySelector('.essay-head')?.append(version);
        return document.fonts.ready.then(() => undefined);
      },
      { lines: [address, version], language: 'en' },
    );
    return await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true });
  } finally {
    await context.close();
  }
}
