import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchLibrary } from '../site/scratch-library.ts';
import { type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

const library = scratchLibrary('two-directions');
let site: SiteInBrowser;
beforeAll(async () => {
  library.write('qamar', 'x');
  writeFileSync(
    library.essay('qamar'),
    [
      '---\ntitle: القمر (رسالة)!\ndescription: نص قصير.\npublished: 2026-01-02\nlanguage: ar\nauthors: [كاتب]\n---',
      'هذا *نص*، وفيه `npm (start);` والنهاية $a < b$.[^1]',
      '## القسم `x = 1;` الأول!',
      '```js\nconst x = 1;\n```',
      '| عمود | رقم |\n| --- | ---: |\n| نص | ١٢ |\n| نص | ٣٤٥ |',
      ...Array.from({ length: 30 }, (_, index) => `فقرة طويلة ${index} من النص.`),
      '## الثاني (آخر)',
      'فيه مناره جديده.',
      '[^1]: حاشية.',
    ].join('\n\n'),
  );
  library.write(
    'lamp',
    'Here are *zebra*, the **quagga**; and `okapi`: then “[the gnu](https://a.example/)”, (*oryx*) $x^2$, a half[^1]. <br />More.',
    '## Cited',
    'A herd of them (<a id="cited" href="#folded">Eland, 1903</a>) went by.',
    '## Folded',
    '<details>\n<summary>More</summary>\n\n<p id="inside">A folded *tapir*.</p>\n\n### A heading in it\n\nPeccaries.\n\n</details>',
    ...Array.from({ length: 40 }, (_, index) => `A paragraph ${index}, which makes the page long.`),
    '[^1]: A *note*, on zebras.',
  );
  expect(await library.run('build')).toMatchObject({ code: 0 });
  site = await siteInBrowser('/', library.out);
});
afterAll(() => site?.close());

/** Whether what is in a page has the direction and the letters of the language that it is said to be in. */
const mistaken = (page: Page) =>
  page.evaluate(() => {
    const languageOf = (element: Element) => element.closest('[lang]')?.getAttribute('lang') ?? '';
    const isArabic = (element: Element) => languageOf(element) === 'ar';
    const wrong: string[] = [];
    const check = (element: Element, text: string) => {
      if (/[A-Za-z]{3}/.test(text) && isArabic(element)) wrong.push(`${text}: in Arabic?`);
      if (/[\u0620-\u064A]{2}/.test(text) && !isArabic(element)) wrong.push(`${text}: not in Arabic?`);
    };
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('code, pre, math, script, noscript, .address, [aria-label*="js"]')) continue;
      check(element, element.getAttribute('aria-label') ?? '');
      const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      const text = texts.map((node) => node.textContent).join(' ');
      check(element, text);
      if (/\p{L}/u.test(text) && (getComputedStyle(element).direction === 'rtl') !== isArabic(element))
        wrong.push(`${text}: in the other direction`);
    }
    return wrong;
  });

describe('a text from right to left in a site from left to right', () => {
  it('has every word and label in the language that it is said to be in, with the direction of that', async () => {
    for (const path of ['', 'essays/qamar/', 'essays/lamp/', 'search/']) {
      const page = await site.open(path, { viewport: { width: 1280, height: 800 } });
      expect(await mistaken(page), path).toEqual([]);
      await page.context().close();
    }
  });

  it('has its offer to go on, and results of a search, from right to left as well', async () => {
    const page = await site.open('essays/qamar/', { viewport: { width: 390, height: 600 } });
    await page.evaluate(() => document.querySelectorAll('.prose > p')[25]?.scrollIntoView());
    const place = () => page.evaluate(() => localStorage.getItem('stet-place:/essays/qamar/'));
    await expect.poll(place).not.toBeNull();
    await page.goto('about:blank');
    await page.goto(`${site.address}essays/qamar/`);
    await page.locator('reading-position[data-offered]').waitFor();
    expect(await page.locator('reading-position a').innerText()).toBe('القسم x = 1; الأول!');
    const direction = (selector: string) =>
      page.locator(selector).evaluate((one) => getComputedStyle(one).direction);
    expect(await direction('reading-position a')).toBe('rtl');
    await page.keyboard.press('/');
    await page.locator('site-search input').fill('مناره');
    await page.locator('site-search li').waitFor();
    for (const part of ['h2', 'li a', 'li p'])
      expect([part, await direction(`site-search ${part}`)]).toEqual([part, 'rtl']);
    await page.context().close();
  });

  it('has code, in a line or in lines of its own, and formulas from left to right', async () => {
    const page = await site.open('essays/qamar/');
    const parts = await page.locator('.prose :is(code, math)').evaluateAll((all) =>
      all.map((one) => {
        const { direction, unicodeBidi } = getComputedStyle(one);
        return [one.tagName, direction, one.matches('math, pre *') ? 'isolate' : unicodeBidi];
      }),
    );
    expect(parts.length).toBeGreaterThan(3);
    for (const [tag, ...found] of parts) expect([tag, ...found]).toEqual([tag, 'ltr', 'isolate']);
    // where the last sign of `npm (start);` is
    const [sign, letter] = await page.locator('.prose p code').evaluate((code) => {
      const text = code.firstChild;
      const at = (index: number) => {
        const range = document.createRange();
        if (text) range.setStart(text, index);
        if (text) range.setEnd(text, index + 1);
        return range.getBoundingClientRect().left;
      };
      return [at((text?.textContent?.length ?? 0) - 1), at(0)];
    });
    expect(sign).toBeGreaterThan(letter ?? 0);
    await page.context().close();
  });
});

describe('a text in a script without italics', () => {
  it('has stressed words that differ, and an arrow back that points back', async () => {
    const page = await site.open('essays/qamar/');
    const style = (selector: string, property: string, part?: string) =>
      page
        .locator(selector)
        .first()
        .evaluate(
          (one, [name, pseudo]) => getComputedStyle(one, pseudo).getPropertyValue(name ?? ''),
          [property, part],
        );
    expect(await style('.prose em', 'font-weight')).toBe('600');
    expect(await style('.back', 'content', '::before')).toContain('↪');
    expect(await style('body', 'font-variant-numeric')).toBe('lining-nums');
    await page.context().close();
  });

  it('has figures of a column under each other, and text that keeps its distance from a rule', async () => {
    const page = await site.open('essays/qamar/', { viewport: { width: 1280, height: 800 } });
    const ends = await page.locator('td.align-right').evaluateAll((cells) =>
      cells.map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return Math.round(range.getBoundingClientRect().right);
      }),
    );
    expect(new Set(ends).size).toBe(1);
    const link = page.locator('.contents a').first();
    expect(await link.evaluate((one) => getComputedStyle(one).paddingRight)).not.toBe('0px');
    await page.context().close();
  });

  it('is the only one that has a style for it', async () => {
    const page = await site.open('essays/lamp/');
    expect(await page.locator('link[href*="upright"]').count()).toBe(0);
    await page.context().close();
  });
});

describe('an excerpt', () => {
  it('has no space that the text does not have', async () => {
    const page = await site.open('search/?q=zebra');
    const excerpt = page.locator('site-search li p').first();
    await excerpt.waitFor();
    expect(await excerpt.textContent()).toBe(
      'Here are zebra, the quagga; and okapi: then “the gnu”, (oryx) x², a half. More. A note, on zebras.',
    );
    await page.goto(`${site.address}search/?q=eland`);
    await excerpt.waitFor();
    expect(await excerpt.textContent()).toBe('A herd of them (Eland, 1903) went by.');
    await page.context().close();
  });
});

describe('an address that leads into what is folded', () => {
  it.each(['inside', 'a-heading-in-it'])('unfolds it: #%s', async (id) => {
    const page = await site.open(`essays/lamp/#${id}`);
    await expect.poll(() => page.locator('details details, .prose details').getAttribute('open')).toBe('');
    const box = await page.locator(`#${id}`).boundingBox();
    expect(box?.height).toBeGreaterThan(10);
    await page.context().close();
  });

  it('unfolds it from the contents as well, and without scripts', async () => {
    const page = await site.open('essays/lamp/', {
      viewport: { width: 1280, height: 800 },
      javaScriptEnabled: false,
    });
    await page.locator('.contents a[href$="#a-heading-in-it"]').click();
    await expect.poll(() => page.locator('#a-heading-in-it').isVisible()).toBe(true);
    await page.context().close();
  });
});

it('the browser had nothing to complain about', () => {
  expect(site.complaints).toEqual([]);
});
