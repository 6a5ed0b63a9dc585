import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from './axe.ts';
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

const widths = [320, 768, 1280];
const themes = [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const;
const windows = widths.flatMap((width) =>
  themes.map((theme) => ({ viewport: { width, height: 640 }, hasTouch: true, ...theme })),
);

describe('no violation of any axe rule', () => {
  const states: [string, (page: Page) => Promise<unknown>][] = [
    [
      'the contents open',
      async (page) => {
        await page.evaluate(() => scrollTo(0, 3000));
        const bar = page.locator('.bar');
        if (await bar.isVisible()) await bar.click(); // on a wide screen they are open
      },
    ],
    ['a note open', (page) => page.locator('[data-footnote-ref]').first().click()],
    [
      'a reference shown',
      async (page) => {
        await page.locator('a.cite').first().tap();
        await page.locator('link-preview:visible').waitFor();
      },
    ],
    [
      'the settings open',
      async (page) => {
        await page.locator('reader-settings button').click();
        await page.locator('reader-settings dialog:visible').waitFor();
      },
    ],
    [
      'an offer to go on',
      (page) =>
        page.evaluate(() => {
          document.documentElement.dataset['resume'] = '';
          document.querySelector('reading-position')?.toggleAttribute('data-offered', true);
        }),
    ],
    [
      'a link copied',
      async (page) => {
        await page.keyboard.press('c');
        await page.locator('.announcement:not(:empty)').waitFor();
      },
    ],
  ];
  it.each(states)('with %s, at every width in every theme', async (_name, act) => {
    for (const window of windows) {
      const page = await site.open(essay, window);
      await act(page);
      const which = 'colorScheme' in window && window.colorScheme === 'dark' ? 'colour' : 'all';
      expect(await violations(page, 'html', which), JSON.stringify(window)).toEqual([]);
      await page.context().close();
    }
  });

  it.each(['', 'about/', 'search/', '404.html'])('on “%s”, at every width in every theme', async (path) => {
    for (const window of windows) {
      const page = await site.open(path, window);
      expect(await violations(page), JSON.stringify(window)).toEqual([]);
      await page.context().close();
    }
  });

  it.each(['specimen', 'right-to-left', 'japanese'])(
    'on the page “%s”, at every width in every theme',
    async (slug) => {
      for (const window of windows) {
        const page = await specimen.open(`essays/${slug}/`, window);
        expect(await violations(page), JSON.stringify(window)).toEqual([]);
        await page.context().close();
      }
    },
  );

  it('with more contrast', async () => {
    const page = await site.open(essay, { viewport: { width: 320, height: 640 }, contrast: 'more' });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});
