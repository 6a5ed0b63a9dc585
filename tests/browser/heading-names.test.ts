import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchLibrary } from '../site/scratch-library.ts';
import { type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

/** A heading that has a note and a citation, and how it is named elsewhere. */
const written = 'The tables[^kept] of harbours [@roos1910]';
const name = 'The tables of harbours';

const library = scratchLibrary('heading-names');
let site: SiteInBrowser;
beforeAll(async () => {
  const paragraph = (number: number) =>
    `Paragraph ${number} ${'says that the sea comes twice a day. '.repeat(12)}`;
  library.write(
    'tides',
    ...[1, 2, 3].map(paragraph),
    `## ${written}`,
    ...[4, 5, 6, 7].map(paragraph),
    'A skerry stands at the end.',
    '## The moon',
    ...[8, 9, 10].map(paragraph),
    '[^kept]: They are kept.',
  );
  library.write('moon', 'Read of [their tables](/essays/tides/#the-tables-of-harbours-roos1910) too.');
  copyFileSync(
    'tests/fixtures/linked/essays/tides/references.json',
    join(dirname(library.essay('tides')), 'references.json'),
  );
  expect(await library.run('build')).toMatchObject({ code: 0 });
  site = await siteInBrowser('/', library.out);
});
afterAll(() => site?.close());

const tides = 'essays/tides/';
const desk = { viewport: { width: 1280, height: 800 } };
const id = (page: Page) => page.locator('.prose h2', { hasText: 'The tables' }).getAttribute('id');

describe('a heading with a note and a citation is named without their marks', () => {
  it('in the contents, and by the link beside it', async () => {
    const page = await site.open(tides, desk);
    expect(await page.locator('.prose h2').first().textContent()).toMatch(
      /^The tables1 of harbours \(.*Roos/,
    );
    expect(await page.locator('.contents li a').allTextContents()).toEqual([name, 'The moon']);
    expect(await page.locator('.heading-link').first().getAttribute('aria-label')).toBe(`Link to “${name}”`);
    await page.context().close();
  });

  it('in the bar of the contents on a phone, where the address leads to it', async () => {
    const page = await site.open(tides, { viewport: { width: 390, height: 780 } });
    await page.goto(`${site.address}${tides}#${await id(page)}`);
    await expect.poll(() => page.locator('.contents .bar').textContent()).toBe(name);
    expect(await page.title()).toBe('The tides · The Fixture');
    await page.context().close();
  });

  it('in the offer to go on reading', async () => {
    const page = await site.open(tides, desk);
    await page.locator('.prose > p', { hasText: 'Paragraph 5' }).evaluate((one) => one.scrollIntoView());
    await page.waitForFunction((path) => localStorage.getItem(`stet-place:/${path}`), tides);
    await page.goto(`${site.address}about/`);
    await page.goto(site.address + tides);
    await expect.poll(() => page.locator('reading-position a').textContent()).toBe(name);
    await page.context().close();
  });

  it('in the results of the search', async () => {
    const page = await site.open(tides, desk);
    await page.keyboard.press('/');
    await page.keyboard.type('skerry');
    await expect.poll(() => page.locator('site-search li a').allTextContents()).toEqual([name]);
    await page.context().close();
  });

  it('in the preview of a link to it', async () => {
    const page = await site.open('essays/moon/', desk);
    await page.locator('.prose a', { hasText: 'their tables' }).hover();
    await expect.poll(() => page.locator('link-preview .title').allTextContents()).toEqual([name]);
    await page.context().close();
  });

  it('where it is cited', async () => {
    const page = await site.open(`${tides}cite/`, desk);
    const names = await page.locator('summary').allTextContents();
    expect(names.map((one) => one.trim())).toEqual([name, 'The moon']);
    expect(await page.locator('details').first().textContent()).not.toMatch(/tables1|Roos/);
    await page.context().close();
  });
});

it('the browser had nothing to complain about', () => {
  expect(site.complaints).toEqual([]);
});
