import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';
import { styleOf } from './style-of.ts';

let site: SiteInBrowser;
let specimen: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
  specimen = await siteInBrowser('/', inject('specimen'));
});
afterAll(() => Promise.all([site.close(), specimen.close()]));

const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };
const text = 'essays/specimen/';

describe('the opening and the end of an essay', () => {
  it('have the dots of the proof-reader, a title that is the loudest, and a quiet line of facts', async () => {
    const page = await specimen.open(text, desk);
    expect(await styleOf(page, 'hgroup', 'border-block-end-style', '::after')).toBe('dotted');
    const size = async (selector: string) => Number.parseFloat(await styleOf(page, selector, 'font-size'));
    expect(await size('h1')).toBeGreaterThan(2 * (await size('.prose')));
    expect(Number(await styleOf(page, 'h1', 'font-weight'))).toBeGreaterThan(400);
    expect(await size('.facts')).toBeLessThan(await size('.prose'));
    expect(await size('.byline')).toBeGreaterThan(await size('.facts'));
    const ends = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('.prose > p')].filter(
            (one) => getComputedStyle(one, '::after').borderBlockEndStyle === 'dotted',
          ).length,
      );
    expect(await ends()).toBe(1);
    for (const kind of ['code', 'table']) {
      await page.locator('.prose').evaluate((prose, name) => {
        const block = document.createElement('section');
        block.className = name;
        [...prose.querySelectorAll(':scope > p')].at(-1)?.after(block);
      }, kind);
      expect(await ends(), `before a last block of ${kind}`).toBe(0);
      await page
        .locator(`.prose > p + section.${kind}`)
        .last()
        .evaluate((block) => block.remove());
    }
    await page.context().close();
  });

  it('name the essays before and after with a sentence, then the colophon, and the licence once', async () => {
    const page = await specimen.open('essays/japanese/', desk);
    const order = await page.evaluate(() =>
      [...document.querySelectorAll('.prose, .others, .colophon, .site-foot')].map(
        ({ className }) => className,
      ),
    );
    expect(order).toEqual(['prose', 'others', 'colophon', 'site-foot']);
    for (const other of await page.locator('.others p').all()) {
      expect(await other.locator('a').innerText()).not.toBe('');
      expect(await other.locator('span').innerText()).not.toBe('');
    }
    expect((await page.locator('body').innerText()).match(/CC BY/g)).toHaveLength(1);
    await page.context().close();
  });
});

describe('the contents', () => {
  it('show the current entry and what has been read in forced colours', async () => {
    const page = await site.open(essay, { ...desk, forcedColors: 'active' });
    await page.evaluate(() => document.querySelectorAll('.prose .heading')[4]?.scrollIntoView());
    await page.locator('.contents [aria-current]').waitFor();
    expect(await styleOf(page, '.contents [aria-current]', 'text-decoration-line')).toBe('underline');
    expect(await styleOf(page, '.contents a:not([aria-current])', 'text-decoration-line')).toBe('none');
    expect(await styleOf(page, '.contents a', 'forced-color-adjust', '::before')).toBe('none');
    const unread = await styleOf(page, '.contents li:last-child a', 'background-color', '::before');
    expect(unread, 'what is not read has no line').toBe(await styleOf(page, 'body', 'background-color'));
    await page.context().close();
  });

  it('mark the current entry for an eye that sees no colour', async () => {
    const page = await site.open(`${essay}#the-risk-of-darkness`, desk);
    await page.locator('.contents [aria-current]').waitFor();
    const width = async (entry: string) =>
      Number.parseFloat(await styleOf(page, entry, 'inline-size', '::before'));
    expect(await width('.contents a:not([aria-current])')).toBe(2);
    expect(await width('.contents [aria-current]')).toBeGreaterThan(5);
    await page.context().close();
  });
});

describe('a list of essays', () => {
  it.each([320, 390, 1280])(
    'has its dates under one another, each on the first line of its essay, at %i px',
    async (width) => {
      const page = await specimen.open('', { viewport: { width, height: 800 } });
      const lines = await page.locator('.essays li').evaluateAll((all) =>
        all.map((one) => {
          const [title] = one.querySelector('a')?.getClientRects() ?? [];
          const date = one.querySelector('time')?.getBoundingClientRect();
          if (!title || !date) throw new Error('An essay without a title or a date.');
          return {
            end: Math.round(date.right),
            isBeside: date.top < title.bottom && date.left >= title.right,
          };
        }),
      );
      expect(lines.length).toBeGreaterThan(1);
      expect(new Set(lines.map(({ end }) => end)).size).toBe(1);
      expect(lines.map(({ isBeside }) => isBeside)).toEqual(lines.map(() => true));
      await page.context().close();
    },
  );
});

describe('the title page of an only essay', () => {
  it('says what the site is', async () => {
    const page = await site.open('', desk);
    expect(await page.locator('main').innerText()).toContain('Essays for tests.');
    await page.context().close();
  });
});

describe('the sheet of settings', () => {
  it('has each question beside its answers on a phone, and the keys at its end', async () => {
    const page = await site.open(essay, phone);
    await page.locator('reader-settings button').click();
    await page.locator('reader-settings dialog').waitFor(); // its script comes with the first press
    const rows = await page
      .locator('reader-settings [role=radiogroup]')
      .evaluateAll((all) =>
        all.map(
          (one) =>
            (one.querySelector('span')?.getBoundingClientRect().right ?? Infinity) <=
            (one.querySelector('label')?.getBoundingClientRect().left ?? 0),
        ),
      );
    expect(rows).toEqual([true, true, true, true, true]);
    expect(await page.locator('reader-settings dialog h2').allInnerTexts()).toEqual([
      'Reading settings',
      'Offline',
      'Keyboard shortcuts',
    ]);
    await page.context().close();
  });
});

describe('red', () => {
  it('is not on the signs beside headings until they are wanted: none by a mouse, grey by touch', async () => {
    for (const [options, opacity] of [
      [desk, '0'],
      [phone, '1'],
    ] as const) {
      const page = await site.open(essay, options);
      expect(await styleOf(page, '.heading-link', 'opacity')).toBe(opacity);
      expect(await styleOf(page, '.heading-link', 'color')).toBe(await styleOf(page, '.facts', 'color'));
      await page.locator('.heading-link').first().focus();
      expect(await styleOf(page, '.heading-link', 'opacity')).toBe('1');
      expect(await styleOf(page, '.heading-link', 'color')).toBe(await styleOf(page, '.prose a', 'color'));
      await page.context().close();
    }
  });

  it('is a rule in the margin where a link leads, and what is selected is yellow', async () => {
    const page = await site.open(`${essay}#the-risk-of-darkness`, desk);
    expect(await styleOf(page, '.prose :target', 'box-shadow')).toContain(' -15px 0px 0px');
    expect(await styleOf(page, '.prose :target', 'background-color')).toBe('rgba(0, 0, 0, 0)');
    expect(await styleOf(page, 'body', 'background-color', '::selection')).toBe('rgb(246, 227, 168)');
    await page.context().close();
  });

  it('a picture does not glare on dark paper', async () => {
    const page = await specimen.open(text, { ...desk, colorScheme: 'dark' });
    expect(await styleOf(page, '.prose img', 'filter')).toBe('brightness(0.85)');
    await page.context().close();
  });
});

describe('titles', () => {
  it.each([
    ['search/?q=lamp', 'Search'],
    ['about/', 'About'],
    ['no/such/page', 'Not found'],
  ])('%s says what it is: %s', async (path, words) => {
    const page = await site.open(path);
    expect(await page.locator('h1').innerText()).toMatch(new RegExp(words, 'i'));
    expect(await page.title()).toMatch(new RegExp(words, 'i'));
    await page.context().close();
  });

  it.each(['', text])('of one long word are broken where they lead to an essay: on /%s', async (path) => {
    const page = await specimen.open(path, { viewport: { width: 320, height: 700 } });
    const wider = await page.evaluate(() => {
      const links = document.querySelectorAll('.essays a, .others a');
      for (const link of links) link.textContent = 'Gezeitenkraftwerksbetriebsgesellschaften';
      const { scrollWidth, clientWidth } = document.documentElement;
      return links.length > 0 ? scrollWidth - clientWidth : null;
    });
    expect(wider).toBe(0);
    await page.context().close();
  });
});
