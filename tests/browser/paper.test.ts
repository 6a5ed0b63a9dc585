import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { onPaper, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let specimen: SiteInBrowser;
beforeAll(async () => {
  specimen = await siteInBrowser('/', inject('specimen'));
});
afterAll(() => specimen.close());

describe('paper', () => {
  it('carries the text, notes, references and addresses, and nothing of the interface', async () => {
    const page = await specimen.open('essays/specimen/', { colorScheme: 'dark' });
    await onPaper(page, { colorScheme: 'dark' });
    for (const gone of [
      '.site-head',
      'page-contents',
      'reader-settings',
      '.heading-link',
      '.back',
      'site-search',
      'page-keys',
    ]) {
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
    }
    for (const here of ['[role=doc-endnotes] li', '[role=doc-bibliography] li', 'figure svg', 'table'])
      expect(await page.locator(here).first().isVisible(), here).toBe(true);
    const paper = await page.evaluate(() => [
      getComputedStyle(document.body).backgroundColor,
      getComputedStyle(document.body).color,
    ]);
    expect(paper).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    const address = await page
      .locator('.prose a[href="https://example.org/"]')
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(address).toContain('https://example.org/');
    expect(await page.locator('.address').isVisible()).toBe(true);
    expect(await page.locator('.address').textContent()).toMatch(/^https:.*\/essays\/specimen\/$/);
    await page.context().close();
  });

  it.each(['', 'essays/specimen/'])('needs no script: /%s', async (path) => {
    const page = await specimen.open(path, { javaScriptEnabled: false });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.site-head').isVisible()).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
    await page.context().close();
  });

  it('shows what is folded on a screen', async () => {
    const page = await specimen.open('essays/specimen/');
    await page.evaluate(() => {
      const details = document.createElement('details');
      details.append(
        document.createElement('summary'),
        Object.assign(document.createElement('p'), { id: 'folded', textContent: 'Folded' }),
      );
      document.querySelector('.prose')?.append(details);
    });
    expect(await page.locator('#folded').isVisible()).toBe(false);
    await onPaper(page);
    expect(await page.locator('#folded').isVisible()).toBe(true);
    await page.context().close();
  });
});

it('the browser had nothing to complain about', () => {
  expect(specimen.complaints.filter((line) => !/woff2/.test(line))).toEqual([]);
});
