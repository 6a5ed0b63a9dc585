import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
});
afterAll(() => site.close());

describe('a page with ?q= in its address', () => {
  it('lets a link of the contents lead to its heading, and keeps the position over a reload', async () => {
    const page = await site.open(essay, { viewport: { width: 1280, height: 800 } });
    await page.waitForFunction(() => localStorage.getItem('stet-fonts')); // no page below changes its font
    await page.goto(`${site.address}${essay}?q=tower+keepers`);
    await page.waitForFunction(() => CSS.highlights.has('found'));
    await page.locator('page-contents a[href="#a-last-watch"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(400); // in which nothing may move the page on
    const top = await page.locator('#a-last-watch').evaluate((one) => one.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(120);
    await page.evaluate(() => scrollTo(0, 3000));
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(2000);
    await page.waitForTimeout(300);
    await page.reload();
    await page.waitForFunction(() => CSS.highlights.has('found'));
    await page.waitForTimeout(300);
    expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(50);
    await page.context().close();
  });

  it('shows the passage, and no dialog over it, to a reader who went back and comes forward', async () => {
    const page = await site.open(essay);
    await page.keyboard.press('/');
    await page.keyboard.type('clockwork');
    await page.locator('site-search dialog li').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=clockwork/);
    await page.goBack();
    await expect.poll(() => page.locator('site-search dialog').isVisible()).toBe(true);
    await page.goForward();
    await expect.poll(() => page.locator('site-search dialog').isVisible()).toBe(false);
    await page.context().close();
  });
});

it('Enter before the search has arrived follows its first result once it has', async () => {
  const page = await site.open(essay);
  await page.route(/session/, async (route) => {
    await new Promise((done) => setTimeout(done, 800));
    await route.continue();
  });
  await page.keyboard.press('/');
  await page.keyboard.type('clockwork');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=clockwork/);
  await page.context().close();
});

it('a fragment with a broken escape is no error', async () => {
  const page = await site.open(`${essay}?q=keepers#%E0%A4%A`);
  await page.waitForFunction(() => CSS.highlights.has('found'));
  expect(site.complaints).toEqual([]);
  await page.context().close();
});
