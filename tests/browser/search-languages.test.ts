import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { scratchLibrary } from '../site/scratch-library.ts';
import { type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

const judged = z.object({
  sections: z.record(z.string(), z.object({ title: z.string(), text: z.string() })),
});
const library = scratchLibrary('search-languages');
const frame = 'https://films.example/one';
let site: SiteInBrowser;

beforeAll(async () => {
  for (const language of ['ja', 'th', 'zh']) {
    const { sections } = judged.parse(
      parse(readFileSync(`tests/fixtures/languages/${language}.yaml`, 'utf8')),
    );
    library.write(
      language,
      'A.',
      ...Object.values(sections).flatMap(({ title, text }) => [`## ${title}`, text]),
    );
    library.edit(language, 'published:', `language: ${language}\npublished:`);
  }
  library.write('film', 'A film.', `<Embed src="${frame}" title="Waves" />`, 'After it.');
  const settings = join(library.content, 'site.ts');
  const text = readFileSync(settings, 'utf8');
  writeFileSync(settings, text.replace('navigation:', "embeds: ['films.example'],\n  navigation:"));
  const { code, output } = await library.run('build');
  expect(code, output).toBe(0);
  site = await siteInBrowser('/', library.out);
});
afterAll(() => site?.close());

const field = (page: Page) => page.locator('site-search input');
const results = (page: Page) => page.locator('site-search li a');

describe('the search in a page', () => {
  it.each([
    ['ja', 'ぜんまい', '灯台守の夜'],
    ['ja', 'パン', 'パンと待つこと'], // バン is another word
    ['zh', '塔的闪光', '守塔人的夜晚'],
    ['th', 'ขนมปัง', 'ขนมปังกับความอดทน'],
    ['ja', '守塔人', '守塔人的夜晚'], // stands in an essay in another language only
    ['zh', 'ขนมปัง', 'ขนมปังกับความอดทน'],
  ])('in %s: what an input method composes (%s) is found', async (language, words, title) => {
    const page = await site.open(`essays/${language}/`);
    const composing = await page.context().newCDPSession(page);
    await page.keyboard.press('/');
    await field(page).waitFor();
    const [selectionStart, selectionEnd] = [words.length, words.length];
    await composing.send('Input.imeSetComposition', { text: words, selectionStart, selectionEnd });
    await composing.send('Input.insertText', { text: words });
    await results(page).first().waitFor();
    expect(await field(page).inputValue()).toBe(words);
    expect(await results(page).first().innerText()).toBe(title);
    // Safari sends the key that ends a composition after it, with the code of an input method
    const address = page.url();
    await field(page).evaluate((one) =>
      one.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }),
      ),
    );
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    expect(page.url()).toBe(address);
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).not.toBe('');
    expect(await page.locator(':target').first().innerText()).toContain(words); // the passage, or its heading
    expect(site.complaints).toEqual([]);
    await page.context().close();
  });
});

describe('a frame from another site', () => {
  it.each([true, false])('is asked for by the reader only, with scripts: %s', async (javaScriptEnabled) => {
    const asked: string[] = [];
    const context = await site.browser.newContext({ javaScriptEnabled });
    await context.route(/^https:/, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<p>The film</p>' });
    });
    const page = await context.newPage();
    await page.goto(`${site.address}essays/film/`, { waitUntil: 'networkidle' });
    await page.locator('.embed').scrollIntoViewIfNeeded();
    expect(asked).toEqual([]);
    const link = page.locator('.embed a[target]');
    await link.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.frameLocator('.embed iframe').locator('p').innerText()).toBe('The film');
    expect(asked).toEqual([frame]);
    expect(page.url()).toBe(`${site.address}essays/film/`);
    expect(await page.locator(`.embed a[href="${frame}"]`).count()).toBe(2); // in the frame, and on its own site
    await context.close();
  });

  it('can be of the listed hosts only', async () => {
    const page = await site.open('essays/film/');
    const blocked = await page.evaluate(
      () =>
        new Promise<string>((done) => {
          document.addEventListener('securitypolicyviolation', (event) => done(event.blockedURI));
          document.body.append(
            Object.assign(document.createElement('iframe'), { src: 'https://b.example/' }),
          );
        }),
    );
    expect(blocked).toContain('https://b.example');
    site.complaints.length = 0; // which the browser has said too
    await page.context().close();
  });
});
