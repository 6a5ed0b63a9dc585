import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
});
afterAll(() => site.close());

describe('fonts', () => {
  it.each(['slow', 'missing'])('that are %s move nothing (layout shift at most 0.01)', async (how) => {
    for (const width of [320, 1280, 1920]) {
      const context = await site.browser.newContext({ viewport: { width, height: 800 } });
      const page = await context.newPage();
      await page.route('**/*.woff2', async (route) => {
        if (how === 'missing') return route.abort();
        await new Promise((done) => setTimeout(done, 700));
        await route.continue();
      });
      await page.addInitScript(() => {
        Object.assign(window, { shift: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            Object.assign(window, {
              shift:
                (window as unknown as { shift: number }).shift +
                (entry as unknown as { value: number }).value,
            });
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(site.address + essay);
      await page.waitForTimeout(1000);
      expect(
        await page.evaluate(() => (window as unknown as { shift: number }).shift),
        `${width} px`,
      ).toBeLessThanOrEqual(0.01);
      await context.close();
    }
  });

  /** A page on a phone that counts in `found.shift` how far its parts move. */
  async function onPhone() {
    const context = await site.browser.newContext({ viewport: { width: 390, height: 780 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const found = { shift: 0 };
      Object.assign(window, { found });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('value' in entry) found.shift += Number(entry.value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    return page;
  }

  it.each(['', 'search/', 'about/'])(
    'move nothing on /%s, nor does the style that comes late',
    async (path) => {
      const page = await onPhone();
      await page.goto(site.address + path);
      await expect.poll(() => page.evaluate(() => localStorage.getItem('stet-fonts'))).toMatch(/woff2$/);
      await page.waitForFunction(
        () => document.querySelector<HTMLLinkElement>('body > link[rel=stylesheet]')?.sheet,
      );
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      expect(await page.evaluate(() => Reflect.get(window, 'found').shift)).toBe(0);
      await page.context().close();
    },
  );

  it('wait on a phone for the first paint, and then move nothing in view', async () => {
    const page = await onPhone();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().replace(/.*\/|\..*/g, '')));
    await page.goto(site.address + essay);
    await expect.poll(() => page.evaluate(() => localStorage.getItem('stet-fonts'))).toMatch(/woff2$/);
    const first = asked.findIndex((name) => /^vollkorn/.test(name));
    expect(asked.slice(0, first)).toContain('late-styles'); // which is asked for when the text is painted
    expect(await page.evaluate(() => Reflect.get(window, 'found').shift)).toBe(0);
    expect(await page.locator('body > link[rel=stylesheet]').getAttribute('media')).toBe('');
    await page.reload({ waitUntil: 'networkidle' });
    const face = await page
      .locator('.prose > p')
      .first()
      .evaluate((one) => getComputedStyle(one).fontFamily);
    expect(face).toMatch(/^Vollkorn,/);
    await page.context().close();
  });

  it('that are unknown wait for the first paint on a slow line; those of the page before do not', async () => {
    const context = await site.browser.newContext();
    await context.addInitScript(() => {
      performance.now = () => 5000; // the page took five seconds to arrive
    });
    const page = await context.newPage();
    await page.goto(site.address + essay, { waitUntil: 'networkidle' });
    const media = () => page.locator('link[as=font]').first().getAttribute('media');
    expect(await media()).toBe('not all');
    await expect.poll(() => page.evaluate(() => localStorage.getItem('stet-fonts'))).toMatch(/woff2$/);
    await page.goto(`${site.address}about/`);
    expect(await media()).toBe('all');
    await context.close();
  });

  it('weigh at most 70,000 bytes for the essay', async () => {
    let bytes = 0;
    const context = await site.browser.newContext();
    const fresh = await context.newPage();
    fresh.on('response', async (response) => {
      if (response.url().endsWith('.woff2')) bytes += (await response.body()).length;
    });
    await fresh.goto(site.address + essay, { waitUntil: 'networkidle' });
    await expect.poll(() => fresh.evaluate(() => localStorage.getItem('stet-fonts'))).not.toBeNull();
    await expect.poll(() => bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThanOrEqual(70_000);
    await context.close();
  });
});
