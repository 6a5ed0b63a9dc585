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

describe('a link to words', () => {
  it('has context also at the beginning of a block, and is there for a finger', async () => {
    const page = await site.open(essay, {
      viewport: { width: 390, height: 780 },
      hasTouch: true,
      isMobile: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    // what a long press does to the page: it selects a word, and nothing else is heard of it
    const words = await page.evaluate(() => {
      const paragraphs = [...document.querySelectorAll('.prose > p')];
      const [text] = paragraphs.find((one) => one.textContent?.startsWith('The '))?.childNodes ?? [];
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, 3);
      return text?.textContent?.split(' ').slice(1, 5) ?? [];
    });
    await page.locator('quote-link button').waitFor(); // its script comes with the first selection
    await page.locator('quote-link button').tap();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toContain(`:~:text=The,-${words.map(encodeURIComponent).join('%20')}`);
    await page.context().close();
  });
});

describe('the text for those who take it out of the page, such as the reader mode of a browser', () => {
  it('has none of the signs that belong to the page', async () => {
    for (const page of [await site.open(essay), await specimen.open('essays/specimen/')]) {
      expect(await page.locator('.prose').textContent()).not.toMatch(/[§¶↩]/);
      await page.context().close();
    }
  });
});

describe('the offer to go on', () => {
  it('is in the flow and covers nothing at 320 px', async () => {
    const page = await site.open(essay, { viewport: { width: 320, height: 568 } });
    await page.evaluate((path) => {
      const block = document.querySelectorAll('.prose > p')[9];
      localStorage.setItem(`stet-place:/${path}`, block?.id ?? '');
    }, essay);
    await page.goto('about:blank');
    await page.goto(site.address + essay);
    await page.locator('reading-position[data-offered]').waitFor();
    const covered = await page.evaluate(() => {
      const own = document.querySelector('reading-position')?.getBoundingClientRect();
      const others = document.querySelectorAll('h1, .facts > *, .bar, .prose > p, .site-head a');
      return [...others]
        .filter((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return own && top < own.bottom && bottom > own.top;
        })
        .map((one) => one.textContent);
    });
    expect(covered).toEqual([]);
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
