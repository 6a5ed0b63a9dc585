import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
let specimen: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
  specimen = await siteInBrowser('/', inject('specimen'));
});
afterAll(() => Promise.all([site.close(), specimen.close()]));

describe('what is copied from the text', () => {
  it.each([390, 1280])('has no sign of a link and no number of a note, at %i px', async (width) => {
    const page = await site.open(essay, {
      viewport: { width, height: 780 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const expected = await page.evaluate(() => {
      const text = document.querySelector('.prose > p:has([data-footnote-ref])')?.cloneNode(true);
      if (!(text instanceof Element)) return '';
      for (const mark of text.querySelectorAll('sup')) mark.remove();
      return text.textContent;
    });
    await page.evaluate(() => {
      const text = document.querySelector('.prose');
      if (text) getSelection()?.selectAllChildren(text);
    });
    await page.keyboard.press('Control+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).not.toMatch(/[§¶↩]/);
    expect(expected).not.toBe('');
    expect(copied).toContain(expected);
    await page.context().close();
  });
});

describe('the keys of a page', () => {
  it('n comes to every heading once, and p back to the title, also where a heading cannot reach the top', async () => {
    const page = await site.open(essay, { viewport: { width: 1280, height: 1200 } });
    const at = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    const headings = await page.locator('.heading > :first-child').allTextContents();
    for (const heading of headings) {
      await page.keyboard.press('n');
      expect(await at()).toBe(heading);
    }
    for (const heading of headings.slice(0, -1).reverse()) {
      await page.keyboard.press('p');
      expect(await at()).toBe(heading);
    }
    await page.keyboard.press('p');
    expect(await at()).toBe(await page.locator('h1').textContent());
    await page.context().close();
  });

  it('t, twice, keeps the focus in view at 320 px', async () => {
    const page = await site.open(essay, { viewport: { width: 320, height: 568 } });
    await page.keyboard.press('n');
    for (const _ of 'tt') {
      await page.keyboard.press('t');
      const { top, bottom } = await page.evaluate(
        () => document.activeElement?.getBoundingClientRect() ?? { top: -1, bottom: -1 },
      );
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(568);
    }
    await page.context().close();
  });
});

describe('a text from right to left', () => {
  it('has its code from left to right', async () => {
    const page = await specimen.open('essays/right-to-left/');
    const directions = await page.evaluate(() => {
      const text = document.querySelector('.prose');
      const code = document.createElement('pre');
      text?.append(code);
      return [text, code].map((one) => one && getComputedStyle(one).direction);
    });
    expect(directions).toEqual(['rtl', 'ltr']);
    await page.context().close();
  });
});

it('the browser had nothing to complain about', () => {
  expect([...site.complaints, ...specimen.complaints]).toEqual([]);
});
