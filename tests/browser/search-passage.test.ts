import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, field, focused, results } from './search-dialog.ts';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
});
afterAll(() => site.close());

describe('the passage', () => {
  const marked = (page: Page) =>
    page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => range.toString()));

  it('opens at the words, marked across elements and in sight, and Esc clears marks and address', async () => {
    const page = await site.open(essay, { viewport: { width: 1280, height: 800 } });
    await ask(page, 'sea-mark best');
    await results(page).first().waitFor();
    await results(page).first().click();
    await page.waitForURL(/\?q=/);
    await expect.poll(() => marked(page)).toContain('sea-mark');
    const tops = await page.evaluate(() =>
      [...(CSS.highlights.get('found') ?? [])].map((range) =>
        range instanceof Range ? range.getBoundingClientRect().top : -1,
      ),
    );
    expect(tops.some((top) => top >= 0 && top < 800)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await marked(page)).toEqual([]);
    expect(page.url()).not.toContain('q=');
    await page.context().close();
  });

  it('a shared address marks on arrival; a click after reading on clears', async () => {
    const page = await site.open(`${essay}?q=sea-mark%20bell%20rock#lights-gather-into-a-few-hands`);
    await expect
      .poll(() => marked(page))
      .toEqual(expect.arrayContaining(['Bell', 'Rock', 'sea-mark', 'Sea-Mark']));
    await page.waitForTimeout(600);
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(200);
    await page.mouse.click(5, 300);
    expect(await marked(page)).toEqual([]);
    await page.context().close();
  });

  it('unfolds what hides it', async () => {
    const page = await site.open(essay);
    await page.evaluate(() => {
      const paragraph = [...document.querySelectorAll('.prose > p')].find((one) =>
        one.textContent?.includes('clockwork'),
      );
      const fold = document.createElement('details');
      paragraph?.replaceWith(fold);
      fold.append(paragraph ?? '');
    });
    await ask(page, 'clockwork');
    await results(page).first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.prose details').getAttribute('open')).toBe('');
    await page.context().close();
  });

  it.each([
    ['on the same page', essay],
    ['on another page', 'about/'],
  ])('Back returns to the results as they were: %s', async (_name, from) => {
    const page = await site.open(from);
    await ask(page, 'harbour');
    await expect.poll(() => results(page).count()).toBeGreaterThan(4);
    const second = await results(page).nth(1).innerText();
    await results(page).nth(1).click();
    await page.waitForURL(/\?q=/);
    await page.goBack();
    await expect.poll(() => focused(page)).toBe(second);
    expect(await field(page).inputValue()).toBe('harbour');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('site-search dialog[open]').count()).toBe(0);
    await page.waitForTimeout(300); // what the page remembers of the dialog is written after it has closed
    await page.reload();
    expect(await page.locator('site-search dialog[open]').count()).toBe(0);
    await page.context().close();
  });
});

it('the browser had nothing to complain about in all of these tests', () => {
  expect(site.complaints).toEqual([]);
});
