import type { BrowserContextOptions, Page } from 'playwright-core';
import { onPaper } from './site-in-browser.ts';

/** A state of an essay's page, and the actions that lead to it. */
export interface State {
  name: string;
  reader: BrowserContextOptions;
  act(page: Page): Promise<unknown>;
}

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true };
const desk = {
  viewport: { width: 1280, height: 800 },
  permissions: ['clipboard-read', 'clipboard-write'],
};

/**
 * Returns the states that the elements in `src/elements/` can bring an essay's page into.
 * @param word a word of the essay
 */
export function statesOf(word: string): State[] {
  return [
    {
      name: 'the contents open',
      reader: phone,
      async act(page) {
        await page.evaluate(() => scrollTo(0, 3000));
        await page.locator('.bar').click();
        await page.locator('.contents a:visible').first().waitFor();
      },
    },
    {
      name: 'a note open in the text',
      reader: phone,
      async act(page) {
        await page.locator('[data-footnote-ref]').first().tap();
        await page.locator('.note').waitFor();
      },
    },
    {
      name: 'notes in the margin, and the page printed',
      reader: desk,
      async act(page) {
        await page.locator('[data-footnotes] li').first().scrollIntoViewIfNeeded();
        await onPaper(page);
      },
    },
    {
      name: 'a reference shown',
      reader: desk,
      async act(page) {
        await page.locator('a.cite').first().hover();
        await page.locator('link-preview:visible').waitFor();
      },
    },
    {
      name: 'the keys listed and used',
      reader: desk,
      async act(page) {
        for (const key of ['n', 'p', 't', '?']) await page.keyboard.press(key);
        await page.locator('reader-settings dialog:visible').waitFor();
        await page.locator('reader-settings dialog').getByRole('checkbox').click();
      },
    },
    {
      name: 'each theme chosen',
      reader: desk,
      async act(page) {
        await page.locator('reader-settings button').click();
        for (const name of ['dark', 'light', 'automatic']) await page.getByRole('radio', { name }).check();
      },
    },
    {
      name: 'the link to a paragraph copied',
      reader: desk,
      async act(page) {
        await page.locator('.prose > p').first().hover();
        await page.locator('paragraph-link button:visible').click();
        await page.locator('.announcement:not(:empty)').waitFor();
      },
    },
    {
      name: 'the link to a quote copied',
      reader: desk,
      async act(page) {
        const paragraph = page.locator('.prose > p').first();
        await paragraph.evaluate((one) => getSelection()?.setBaseAndExtent(one, 0, one, 1));
        await paragraph.dispatchEvent('pointerup');
        await page.locator('quote-link button:visible').click();
        await page.locator('.announcement:not(:empty)').waitFor();
      },
    },
    {
      name: 'the reading position offered',
      reader: desk,
      async act(page) {
        await page.locator('.prose > p').nth(5).scrollIntoViewIfNeeded();
        await page.evaluate(() => document.querySelectorAll('.prose > p')[5]?.scrollIntoView());
        await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('place:')));
        const address = page.url();
        await page.goto('about:blank');
        await page.goto(address);
        await page.locator('reading-position:visible').waitFor();
      },
    },
    {
      name: 'a search that finds, one that does not, and one mistyped',
      reader: desk,
      async act(page) {
        await page.keyboard.press('/');
        for (const text of [word, 'qqqzzzq', `${word.slice(0, 3)}${word.slice(4)}`]) {
          await page.locator('dialog[open] input').fill(text);
          await page.locator('dialog[open] [role=status]').filter({ hasText: /\w/ }).first().waitFor();
        }
        await page.locator('dialog[open] input').fill(word);
        await page.locator('dialog[open] li a').first().click();
        await page.waitForURL(/\?q=/);
        await page.locator('passage-marks, mark').first().waitFor({ state: 'attached' });
      },
    },
  ];
}
