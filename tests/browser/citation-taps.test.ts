import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser('/', inject('specimen'));
});
afterAll(() => site?.close());

const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };
const shown = (page: Page) => page.locator('link-preview:visible');
const fragment = (page: Page) => new URL(page.url()).hash;

/** A citation of the text, by its place in it, and a part of its reference. */
const citations: [index: number, id: string, text: string][] = [
  [0, '#ref-brysbaert2019', 'Brysbaert'],
  [1, '#ref-bringhurst2004', 'Bringhurst'],
];

async function openText(): Promise<[page: Page, citation: (index: number) => Locator]> {
  const page = await site.open('essays/specimen/', phone);
  return [page, (index) => page.locator('.prose > p a.cite').nth(index)];
}

async function expectAtReference(page: Page, id: string): Promise<void> {
  await expect.poll(() => fragment(page)).toBe(id);
  await expect
    .poll(() =>
      page.locator(id).evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }),
    )
    .toBe(true);
}

describe('by touch', () => {
  it.each(citations)(
    'the first tap on citation %i shows its reference, the second goes there',
    async (index, id, text) => {
      const [page, citation] = await openText();
      for (const time of ['the first, which loads the script', 'after coming back']) {
        await citation(index).tap();
        await shown(page).filter({ hasText: text }).waitFor();
        expect(fragment(page), time).toBe('');
        await citation(index).tap();
        await expectAtReference(page, id);
        expect(await shown(page).count(), time).toBe(0);
        await page.goBack();
        await expect.poll(() => fragment(page)).toBe('');
      }
      await page.context().close();
    },
  );

  it('a tap on another citation shows that one: its own second tap goes to the reference', async () => {
    const [page, citation] = await openText();
    // from the last to the first: a preview stands below its line, over what follows
    for (const [index, , text] of [...citations].reverse()) {
      await citation(index).tap();
      await shown(page).filter({ hasText: text }).waitFor();
      expect(fragment(page)).toBe('');
    }
    await citation(0).tap();
    await expectAtReference(page, '#ref-brysbaert2019');
    await page.context().close();
  });

  it('a tap elsewhere closes the preview, and the next tap is a first one again', async () => {
    const [page, citation] = await openText();
    for (const _ of ['the first time', 'again']) {
      await citation(0).tap();
      await shown(page).filter({ hasText: 'Brysbaert' }).waitFor();
      await page.locator('.prose h2').first().tap();
      await expect.poll(() => shown(page).count()).toBe(0);
    }
    expect(fragment(page)).toBe('');
    await page.context().close();
  });

  it('a second tap goes to the reference also while the preview is on its way', async () => {
    const [page, citation] = await openText();
    await page.route('**/link-preview*.js', () => {}); // never answered
    await citation(0).tap();
    await page.waitForTimeout(300);
    expect(fragment(page)).toBe('');
    await citation(0).tap();
    await expectAtReference(page, '#ref-brysbaert2019');
    await page.context().close();
  });

  it('of a citation in a note that is open in the text', async () => {
    const [page] = await openText();
    await page.locator('[data-footnote-ref]').nth(1).tap();
    const inNote = page.locator('.note a.cite');
    await inNote.tap();
    await shown(page).filter({ hasText: 'Bringhurst' }).waitFor();
    expect(fragment(page)).toBe('');
    await inNote.tap();
    await expectAtReference(page, '#ref-bringhurst2004');
    await page.context().close();
  });
});

it('the browser had nothing to complain about', () => {
  expect(site.complaints).toEqual([]);
});
