import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFixture } from '../site/built-fixture.ts';
import { type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let library: SiteInBrowser;
beforeAll(async () => {
  const { folder } = await buildFixture('library');
  library = await siteInBrowser('/', folder);
});
afterAll(() => library?.close());

interface Target {
  name: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The boxes of what can be pressed in the search, where a result is all of its entry. */
function targets(page: Page, selector: string): Promise<Target[]> {
  return page.locator(selector).evaluateAll((all) =>
    all.map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return { name: one.textContent, left, right, top, bottom };
    }),
  );
}

/** How far apart two targets are, in pixels, and 0 where they touch or lie over each other. */
function distance(one: Target, other: Target): number {
  const beside = Math.max(one.left, other.left) - Math.min(one.right, other.right);
  const below = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
  return Math.max(beside, below, 0);
}

describe.each([
  [320, ''],
  [320, 'larger'],
  [390, ''],
  [1280, ''],
])('on the page of the search at %i px, with %s letters,', (width, size) => {
  it('what limits it to an essay or a topic is large enough, and touches nothing', async () => {
    const page = await library.open('about/', { viewport: { width, height: 800 } });
    await page.evaluate((size) => localStorage.setItem('stet-size', size), size);
    await page.goto(`${library.address}search/?q=dusk`);
    await expect.poll(() => page.locator('main site-search li').count()).toBe(5);
    const scopes = await targets(page, 'main site-search :is(p, h2) button');
    expect(scopes.map(({ name }) => name).sort()).toEqual([
      'Only animals',
      'Only gardens',
      'Only water',
      ...Array<string>(3).fill('This essay only'),
    ]);
    const others = await targets(page, 'main site-search :is(li, input, form button), main h2 ~ * a');
    for (const [index, one] of scopes.entries()) {
      expect(one.right - one.left, one.name).toBeGreaterThanOrEqual(24);
      expect(one.bottom - one.top, one.name).toBeGreaterThanOrEqual(24);
      expect(one.left, one.name).toBeGreaterThanOrEqual(0);
      expect(one.right, one.name).toBeLessThanOrEqual(width);
      for (const other of [...scopes.slice(index + 1), ...others])
        expect(distance(one, other), `${one.name} and ${other.name}`).toBeGreaterThanOrEqual(2);
    }
    await page.context().close();
  });

  it('so is what takes the limit away', async () => {
    const page = await library.open('search/?q=dusk', { viewport: { width, height: 800 } });
    await page.getByRole('button', { name: 'Only animals' }).click();
    await expect.poll(() => page.locator('main site-search li').count()).toBe(4);
    const [all, ...more] = await targets(page, 'main site-search > div > search > :not(form) > p button');
    expect([all?.name, more]).toEqual(['All essays', []]);
    if (!all) return;
    expect(Math.min(all.right - all.left, all.bottom - all.top)).toBeGreaterThanOrEqual(24);
    for (const other of await targets(page, 'main site-search :is(h2 button, li, input, form button)'))
      expect(distance(all, other), other.name).toBeGreaterThanOrEqual(2);
    await page.context().close();
  });
});

it('the browser had nothing to complain about', () => {
  expect(library.complaints).toEqual([]);
});
