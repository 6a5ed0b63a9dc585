import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
});
afterAll(() => site.close());

/**
 * Computes the current section independently of the element. The reading line is 8 px below the scroll padding; over
 * the last screen of the page it moves to the bottom of the window. The current section is the last one that begins
 * above it. A heading within a pixel of the line may be above or below it: both sections are right then.
 */
function owner(page: Page): Promise<{ marked: string; owns: string[] }> {
  return page.evaluate(() => {
    const height = document.documentElement.scrollHeight;
    const last = height - innerHeight;
    const lead = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) + 8;
    const slide = Math.min(
      1,
      Math.max(0, (scrollY - Math.max(0, last - innerHeight)) / Math.min(innerHeight, last)),
    );
    const line = lead + (innerHeight - lead) * slide;
    const starts = [
      ...document.querySelectorAll(
        '.prose .heading > :first-child, .prose [role=doc-endnotes], .prose [role=doc-bibliography], .prose ~ *',
      ),
    ];
    const topOf = (start: Element) => start.getBoundingClientRect().top;
    const ownerOf = (limit: number) => {
      const above = starts.filter((start) => start.getClientRects().length > 0 && topOf(start) <= limit);
      const own = above.sort((a, b) => topOf(a) - topOf(b)).at(-1);
      return own?.closest('.heading') ? (own.textContent ?? '') : '';
    };
    const marked = [...document.querySelectorAll('.contents [aria-current]')]
      .map((link) => link.textContent)
      .join(' + ');
    return { marked, owns: [ownerOf(line - 1), ownerOf(line + 1)] };
  });
}

const settled = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

describe('the contents mark the section that owns the reading line', () => {
  it.each([
    [1280, 800],
    [1100, 500],
    [320, 640],
  ])('at every scroll offset, at %i × %i', async (width, height) => {
    const page = await site.open(essay, { viewport: { width, height } });
    const end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    for (let step = 0; step <= 60; step += 1) {
      await page.evaluate((y) => scrollTo(0, y), Math.round((end * step) / 60));
      await settled(page);
      const { marked, owns } = await owner(page);
      expect(owns, `offset ${step} of 60`).toContain(marked);
    }
    await page.context().close();
  });

  it('after the window or the letters change in size', async () => {
    const page = await site.open(essay, { viewport: { width: 1280, height: 800 } });
    await page.evaluate(() => scrollTo(0, 3000));
    for (const change of [
      () => page.setViewportSize({ width: 1920, height: 1000 }),
      () => page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%')),
      () => page.setViewportSize({ width: 700, height: 500 }),
      () => page.evaluate(() => document.documentElement.style.removeProperty('font-size')),
    ]) {
      await change();
      await settled(page);
      await settled(page);
      const { marked, owns } = await owner(page);
      expect(owns).toContain(marked);
    }
    await page.context().close();
  });

  it.each([1280, 320])('after a click it is the one that was asked for, at %i px', async (width) => {
    const page = await site.open(essay, { viewport: { width, height: 700 } });
    const titles = await page.locator('.contents a').allTextContents();
    for (const [index, title] of titles.entries()) {
      if (width === 320) await page.locator('.bar').click();
      await page.locator('.contents a').nth(index).click();
      await settled(page);
      await settled(page);
      expect(await page.locator('.contents [aria-current]').allTextContents()).toEqual([title]);
    }
    await page.context().close();
  });
});

describe('the contents on a narrow page', () => {
  it('are one line that names the section and opens the list, without moving the text', async () => {
    const page = await site.open(essay, { viewport: { width: 320, height: 640 } });
    const bar = page.locator('.bar');
    const isOpen = () => page.locator('.contents details').evaluate((one) => one.hasAttribute('open'));
    expect(await bar.textContent()).toBe('Contents');
    await page.evaluate(() => document.querySelector('#the-risk-of-darkness')?.scrollIntoView());
    await settled(page);
    expect(await bar.textContent()).toBe('The Risk of Darkness');
    const top = () =>
      page.evaluate(() => document.querySelector('#the-risk-of-darkness')?.getBoundingClientRect().top);
    const before = await top();
    await page.mouse.click(100, 20); // not `bar.click()`, which scrolls to where the line would be if it did not stick
    expect(await isOpen()).toBe(true);
    expect(await page.locator('.contents [aria-current]').isVisible()).toBe(true);
    expect(await top()).toBe(before);
    await page.keyboard.press('Escape');
    expect(await isOpen()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('bar');
    await page.keyboard.press('t');
    await page.keyboard.press('t');
    const focused = page.locator('.contents a:focus');
    expect(await focused.textContent()).toBe('The Risk of Darkness');
    const box = await focused.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThan(640);
    await page.context().close();
  });

  it('open without script', async () => {
    const page = await site.open(essay, { viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
    await page.locator('.bar').click();
    await page.locator('.contents a').nth(3).click();
    expect(await page.evaluate('scrollY')).toBeGreaterThan(500);
    await page.context().close();
  });
});

describe('the list is the progress display', () => {
  it('one line beside it fills as the text is read, and it scrolls itself to the current entry', async () => {
    const page = await site.open(essay, { viewport: { width: 1280, height: 300 } });
    const read = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.contents a')].map((link) =>
          Number(link.style.getPropertyValue('--read')),
        ),
      );
    expect(Math.max(...(await read()))).toBe(0);
    await page.evaluate(() =>
      [...document.querySelectorAll('.heading > :first-child')].at(-1)?.scrollIntoView(),
    );
    await settled(page);
    const current = await page.locator('.contents [aria-current]').boundingBox();
    expect(current?.y).toBeGreaterThan(0);
    expect((current?.y ?? 999) + (current?.height ?? 0)).toBeLessThan(300);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await settled(page);
    expect(Math.min(...(await read()))).toBe(1);
    await page.context().close();
  });
});
