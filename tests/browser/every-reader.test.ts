import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
let specimen: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
  specimen = await siteInBrowser('/', inject('specimen'));
});
afterAll(async () => {
  await site.close();
  await specimen.close();
});

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true };
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Returns the elements whose text is clipped by a box that does not scroll. */
const clipped = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('p, li, a, button, h1, h2, h3, label, figcaption, dt, dd')]
      .filter(
        (one) =>
          one.checkVisibility() &&
          getComputedStyle(one).overflow === 'hidden' &&
          getComputedStyle(one).clipPath === 'none',
      )
      .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
      .filter((one) => !one.matches('.bar'))
      .map((one) => one.outerHTML.slice(0, 80)),
  );

describe('nothing is cut off and nothing makes the page scroll sideways', () => {
  it.each<[string, { width: number; height: number }, string]>([
    ['at 320 × 256 px, which is 400 % zoom', { width: 320, height: 256 }, ''],
    ['with text at 200 %', { width: 640, height: 800 }, ':root { font-size: 225% }'],
    [
      'with the text spacing of WCAG 1.4.12',
      { width: 320, height: 640 },
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    ],
  ])('%s', async (_name, viewport, css) => {
    for (const page of [
      await site.open(essay, { viewport }),
      await specimen.open('essays/specimen/', { viewport }),
      await specimen.open('essays/right-to-left/', { viewport }),
    ]) {
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, css);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await clipped(page)).toEqual([]);
      await page.context().close();
    }
  });
});

describe('contrast', () => {
  it.each(['light', 'dark'] as const)(
    'is at least 7:1 for all text, %s, code and notes included',
    async (colorScheme) => {
      const page = await specimen.open('essays/specimen/', {
        viewport: { width: 1280, height: 800 },
        colorScheme,
      });
      const low = await page.evaluate(() => {
        const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const luminance = (colour: string) => {
          if (!canvas) return 0;
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
          const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
            value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const paper = luminance(getComputedStyle(document.body).backgroundColor);
        const found = new Map<string, number>();
        for (const one of document.querySelectorAll<HTMLElement>('body *')) {
          if (
            !one.checkVisibility() ||
            one.matches(':disabled') ||
            ![...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
          )
            continue;
          const ink = luminance(getComputedStyle(one).color);
          const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
          if (ratio < 7) found.set(`${one.tagName}.${one.className}`, ratio);
        }
        return [...found];
      });
      expect(low).toEqual([]);
      await page.context().close();
    },
  );
});

describe('motion', () => {
  it('there is none, whatever the reader’s setting', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      const page = await site.open(essay, { ...phone, reducedMotion });
      await page.keyboard.press('?');
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe(
        'auto',
      );
      await page.context().close();
    }
  });
});

describe('focus', () => {
  it.each([320, 1280])('is always seen whole, at %i px', async (width) => {
    const page = await site.open(essay, { viewport: { width, height: 640 } });
    const hidden: string[] = [];
    for (let stop = 0; stop < 70; stop += 1) {
      await page.keyboard.press('Tab');
      const fault = await page.evaluate(async () => {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const one = document.activeElement;
        if (!one || one === document.body) return '';
        const box = one.getClientRects()[0];
        if (!box) return `${one.outerHTML.slice(0, 60)} has no box`;
        const seen =
          box.top >= -1 && box.bottom <= innerHeight + 1 && box.left >= -1 && box.right <= innerWidth + 1;
        const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        const own = over && (one.contains(over) || over.contains(one));
        return (seen || box.height > innerHeight) && own
          ? ''
          : `${one.outerHTML.slice(0, 60)} ${JSON.stringify(box)}`;
      });
      if (fault) hidden.push(fault);
    }
    expect(hidden).toEqual([]);
    await page.context().close();
  });

  it('targets are at least 24 px in both directions, controls 44 px high', async () => {
    const page = await site.open(essay, phone);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, .bar')]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
        .map((one) => `${one.outerHTML.slice(0, 60)} ${one.getBoundingClientRect().height}`),
    );
    expect(small).toEqual([]);
    await page.context().close();
  });
});

describe('the first screen of a phone', () => {
  it.each([
    [390, 780, 0],
    [320, 568, 3],
  ])('has the first paragraph, or its first lines: %i × %i', async (width, height, lines) => {
    const page = await site.open(essay, { viewport: { width, height } });
    await expect.poll(() => page.evaluate(() => localStorage.getItem('stet-fonts'))).not.toBeNull();
    await page.reload(); // in the fonts of the site, which the first page may have been too quick for
    const bottom = await page.evaluate((lines) => {
      const first = document.querySelector('.prose > p');
      const { top, bottom } = first?.getBoundingClientRect() ?? { top: 1e6, bottom: 1e6 };
      const line = first ? Number.parseFloat(getComputedStyle(first).lineHeight) : 0;
      return lines ? Math.min(bottom, top + lines * line) : bottom;
    }, lines);
    expect(bottom).toBeLessThanOrEqual(height);
    await page.context().close();
  });
});

it('the browser had nothing to complain about', () => {
  expect([...site.complaints, ...specimen.complaints].filter((line) => !/woff2/.test(line))).toEqual([]);
});
