import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
});
afterAll(() => site.close());

const desk = { viewport: { width: 1280, height: 800 } };

describe('every element can be taken away and put back', () => {
  const tags = [
    'page-contents',
    'side-notes',
    'reader-settings',
    'reading-position',
    'page-keys',
    'paragraph-link',
    'quote-link',
    'link-preview',
    'site-search',
  ];

  it('leaving no listener behind, and the text whole', async () => {
    const context = await site.browser.newContext(desk);
    await context.addInitScript(() => {
      const active = new Set<object>();
      const add = EventTarget.prototype.addEventListener;
      Object.assign(window, { active });
      EventTarget.prototype.addEventListener = function (
        type: string,
        listener: EventListenerOrEventListenerObject | null,
        options?: AddEventListenerOptions | boolean,
      ) {
        const signal = typeof options === 'object' ? options.signal : undefined;
        if (signal) {
          const one = { type, listener };
          active.add(one);
          add.call(signal, 'abort', () => active.delete(one));
        }
        add.call(this, type, listener, options);
      };
    });
    const page = await context.newPage();
    await page.goto(site.address + essay);
    await page.locator('.prose > p').first().hover();
    await page.locator('a.cite').first().hover();
    await page.evaluate(() => {
      const text = document.querySelector('.prose > p')?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, 9);
    });
    await page.locator('.prose > p').first().dispatchEvent('pointerup');
    await page.waitForFunction((tags) => tags.every((tag) => customElements.get(tag)), tags);
    const words = await page.locator('.prose').textContent();
    for (const tag of tags) {
      const counts = await page.evaluate((tag) => {
        const { active } = window as unknown as { active: Set<object> };
        const element = document.querySelector(tag);
        const parent = element?.parentElement;
        const next = element?.nextSibling ?? null;
        if (!element || !parent) throw new Error(`no ${tag}`);
        const with1 = active.size;
        element.remove();
        const without1 = active.size;
        parent.insertBefore(element, next);
        const with2 = active.size;
        element.remove();
        const without2 = active.size;
        parent.insertBefore(element, next);
        return [with1 - without1, with2 - with1, without2 - without1];
      }, tag);
      expect(counts[0], `${tag} listens`).toBeGreaterThan(0);
      expect(counts.slice(1), `${tag} put back, and away again`).toEqual([0, 0]);
    }
    expect(await page.locator('.prose').textContent()).toBe(words);
    await context.close();
  });
});
