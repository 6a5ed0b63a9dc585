import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { essay, onPaper, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

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

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true };
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Returns the elements whose text is clipped by a box that does not scroll. */
const clipped = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('p, li, a, button, h1, h2, h3, label, figcaption, dt, dd')]
      .filter(
        (one) =>
          one.checkVisibility() &&
          getComputedStyle(one).overflow === 'hidden' &&
          getComputedStyle(one).clipPath === 'none',
      )
      .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
      .filter((one) => !one.matches('.bar'))
      .map((one) => one.outerHTML.slice(0, 80)),
  );

describe('nothing is cut off and nothing makes the page scroll sideways', () => {
  it.each<[string, { width: number; height: number }, string]>([
    ['at 320 × 256 px, which is 400 % zoom', { width: 320, height: 256 }, ''],
    ['with text at 200 %', { width: 640, height: 800 }, ':root { font-size: 225% }'],
    [
      'with the text spacing of WCAG 1.4.12',
      { width: 320, height: 640 },
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    ],
  ])('%s', async (_name, viewport, css) => {
    for (const page of [
      await site.open(essay, { viewport }),
      await specimen.open('essays/specimen/', { viewport }),
      await specimen.open('essays/right-to-left/', { viewport }),
    ]) {
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, css);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await clipped(page)).toEqual([]);
      await page.context().close();
    }
  });
});

describe('contrast', () => {
  it.each(['light', 'dark'] as const)(
    'is at least 7:1 for all text, %s, code and notes included',
    async (colorScheme) => {
      const page = await specimen.open('essays/specimen/', {
        viewport: { width: 1280, height: 800 },
        colorScheme,
      });
      const low = await page.evaluate(() => {
        const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const luminance = (colour: string) => {
          if (!canvas) return 0;
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
          const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
            value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const paper = luminance(getComputedStyle(document.body).backgroundColor);
        const found = new Map<string, number>();
        for (const one of document.querySelectorAll<HTMLElement>('body *')) {
          if (
            !one.checkVisibility() ||
            one.matches(':disabled') ||
            ![...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
          )
            continue;
          const ink = luminance(getComputedStyle(one).color);
          const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
          if (ratio < 7) found.set(`${one.tagName}.${one.className}`, ratio);
        }
        return [...found];
      });
      expect(low).toEqual([]);
      await page.context().close();
    },
  );
});

describe('motion', () => {
  it('there is none, whatever the reader’s setting', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      const page = await site.open(essay, { ...phone, reducedMotion });
      await page.keyboard.press('?');
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe(
        'auto',
      );
      await page.context().close();
    }
  });
});

describe('focus', () => {
  it.each([320, 1280])('is always seen whole, at %i px', async (width) => {
    const page = await site.open(essay, { viewport: { width, height: 640 } });
    const hidden: string[] = [];
    for (let stop = 0; stop < 70; stop += 1) {
      await page.keyboard.press('Tab');
      const fault = await page.evaluate(async () => {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const one = document.activeElement;
        if (!one || one === document.body) return '';
        const box = one.getClientRects()[0];
        if (!box) return `${one.outerHTML.slice(0, 60)} has no box`;
        const seen =
          box.top >= -1 && box.bottom <= innerHeight + 1 && box.left >= -1 && box.right <= innerWidth + 1;
        const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        const own = over && (one.contains(over) || over.contains(one));
        return (seen || box.height > innerHeight) && own
          ? ''
          : `${one.outerHTML.slice(0, 60)} ${JSON.stringify(box)}`;
      });
      if (fault) hidden.push(fault);
    }
    expect(hidden).toEqual([]);
    await page.context().close();
  });

  it('targets are at least 24 px in both directions, controls 44 px high', async () => {
    const page = await site.open(essay, phone);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, .bar')]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
        .map((one) => `${one.outerHTML.slice(0, 60)} ${one.getBoundingClientRect().height}`),
    );
    expect(small).toEqual([]);
    await page.context().close();
  });
});

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

describe('the first screen of a phone', () => {
  it.each([
    [390, 780, 0],
    [320, 568, 3],
  ])('has the first paragraph, or its first lines: %i × %i', async (width, height, lines) => {
    const page = await site.open(essay, { viewport: { width, height } });
    await expect.poll(() => page.evaluate(() => localStorage.getItem('stet-fonts'))).not.toBeNull();
    await page.reload(); // in the fonts of the site, which the first page may have been too quick for
    const bottom = await page.evaluate((lines) => {
      const first = document.querySelector('.prose > p');
      const { top, bottom } = first?.getBoundingClientRect() ?? { top: 1e6, bottom: 1e6 };
      const line = first ? Number.parseFloat(getComputedStyle(first).lineHeight) : 0;
      return lines ? Math.min(bottom, top + lines * line) : bottom;
    }, lines);
    expect(bottom).toBeLessThanOrEqual(height);
    await page.context().close();
  });
});

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
  expect([...site.complaints, ...specimen.complaints].filter((line) => !/woff2/.test(line))).toEqual([]);
});
