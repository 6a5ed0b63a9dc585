import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';
import { styleOf } from './style-of.ts';

let specimen: SiteInBrowser;
beforeAll(async () => {
  specimen = await siteInBrowser('/', inject('specimen'));
});
afterAll(() => specimen.close());

const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };
const text = 'essays/specimen/';

describe('small type', () => {
  it('a note mark takes the room of its number, and can be touched', async () => {
    const page = await specimen.open(text, phone);
    const mark = page.locator('[data-footnote-ref]').first();
    const { width = 99 } = (await mark.boundingBox()) ?? {};
    const letter = Number.parseFloat(await styleOf(page, '[data-footnote-ref]', 'font-size'));
    expect(width).toBeLessThan(letter * 1.2);
    const target = await mark.evaluate((one) => {
      const { blockSize, inlineSize } = getComputedStyle(one, '::after');
      return [blockSize, inlineSize].map(Number.parseFloat);
    });
    for (const side of target) expect(side).toBeGreaterThanOrEqual(24);
    await page.context().close();
  });

  it('the way back has no underline, is not alone on a line, and has letters where it repeats', async () => {
    const page = await specimen.open(text, phone);
    expect(await styleOf(page, '.back', 'text-decoration-line')).toBe('none');
    const ways = await page
      .locator('.prose .back')
      .evaluateAll((all) =>
        all.map((one) => [one.previousSibling?.textContent ?? '', one.getAttribute('data-letter')]),
      );
    expect(ways.length).toBeGreaterThan(5);
    for (const [before] of ways) expect(before).toMatch(/(?:\u00a0|^)$/);
    expect(ways.map(([, letter]) => letter)).toContain('b');
    await page.context().close();
  });

  it('a script without italics gets no slanted letters', async () => {
    for (const path of ['essays/japanese/', 'essays/right-to-left/']) {
      const page = await specimen.open(path, desk);
      expect(await styleOf(page, 'body', 'font-synthesis-style')).toBe('none');
      await page.context().close();
    }
  });

  it('a table and code that are wider than the screen have a shade where there is more', async () => {
    const page = await specimen.open(text, { ...phone, viewport: { width: 320, height: 640 } });
    for (const selector of ['.table', '.prose .code']) {
      const wide = page
        .locator(selector)
        .filter({ has: page.locator('table, pre') })
        .last();
      const edge = async () => {
        const { x, y, width, height } = (await wide.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
        // between the lines, where nothing is written
        const clip = { x: x + width - 3, y: y + height - 5, width: 2, height: 2 };
        const { data } = await sharp(await page.screenshot({ clip }))
          .raw()
          .toBuffer({ resolveWithObject: true });
        return data[0] ?? 0;
      };
      await wide.scrollIntoViewIfNeeded();
      const more = await edge();
      await wide.evaluate((one) => {
        one.scrollLeft = one.scrollWidth;
      });
      expect(await edge(), selector).toBeGreaterThan(more + 10); // paler: as the paper
    }
    await page.context().close();
  });

  it('a table that is wider than the screen keeps its first column', async () => {
    const page = await specimen.open(text, { ...phone, viewport: { width: 320, height: 640 } });
    const lefts = await page.locator('.table').evaluateAll((tables) =>
      tables
        .filter((table) => table.scrollWidth > table.clientWidth + 1)
        .map((table) => {
          table.scrollLeft = 60;
          const cell = table.querySelector('tbody tr > :first-child');
          return Math.round((cell?.getBoundingClientRect().left ?? 0) - table.getBoundingClientRect().left);
        }),
    );
    expect(lefts.length).toBeGreaterThan(0);
    expect(Math.max(...lefts)).toBe(0);
    await page.context().close();
  });
});

describe('formulas', () => {
  /** The fonts that a page asked for and got. */
  const loaded = (page: Page) =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => /(formulas-\w+)\./.exec(name)?.[1] ?? '')
        .filter((name) => name !== ''),
    );

  it('have a font of their own, which a page without them never asks for', async () => {
    const page = await specimen.open(text, desk);
    await expect.poll(() => styleOf(page, 'math', 'font-family')).toContain('STIX');
    expect((await loaded(page)).sort()).toEqual(['formulas-core', 'formulas-letters']);
    await page.goto(`${specimen.address}essays/japanese/`);
    await page.waitForLoadState('networkidle');
    expect(await loaded(page)).toEqual([]);
    expect(await page.content()).not.toContain('STIX');
    await page.goto(specimen.address + text);
    expect(await styleOf(page, 'math', 'font-family')).toContain('STIX'); // from the beginning
    await page.context().close();
  });

  it('have brackets as high as what they hold, and lines that stand below one another without a hole', async () => {
    const page = await specimen.open(text, desk);
    await expect.poll(() => styleOf(page, 'math', 'font-family')).toContain('STIX');
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('.formula math mo')]
        .filter((one) => one.textContent === '(' && one.nextElementSibling?.matches('mfrac'))
        .map(
          (one) =>
            one.getBoundingClientRect().height /
            (one.nextElementSibling?.getBoundingClientRect().height ?? 0),
        ),
    );
    expect(heights.length).toBeGreaterThan(0);
    for (const height of heights) expect(height).toBeGreaterThan(0.85);
    const gaps = await page.evaluate(() =>
      [...document.querySelectorAll('.tml-jot .tml-right + .tml-left')].map((left) => {
        const [from, to] = [left.previousElementSibling?.lastElementChild, left.firstElementChild];
        return (to?.getBoundingClientRect().left ?? 99) - (from?.getBoundingClientRect().right ?? 0);
      }),
    );
    expect(gaps.length).toBeGreaterThan(1);
    for (const gap of gaps) expect(gap).toBeLessThan(8);
    await page.context().close();
  });
});
