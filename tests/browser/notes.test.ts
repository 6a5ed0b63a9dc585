import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
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

describe('notes in the margin', () => {
  it.each([1100, 1280, 1920])(
    'none lies over another, over the text or out of the page, at %i px',
    async (width) => {
      for (const page of [
        await site.open(essay, { viewport: { width, height: 800 } }),
        await specimen.open('essays/specimen/', { viewport: { width, height: 800 } }),
      ]) {
        const {
          notes,
          text,
          end,
          page: right,
        } = await page.evaluate(() => {
          const box = (element: Element) =>
            (({ top, bottom, left, right }) => ({
              top: top + scrollY,
              bottom: bottom + scrollY,
              left,
              right,
            }))(element.getBoundingClientRect());
          return {
            notes: [...document.querySelectorAll('[data-footnotes] > ol > li')].map(box),
            text: Math.max(...[...document.querySelectorAll('.prose > p')].map((one) => box(one).right)),
            end: box(document.querySelector('.colophon') ?? document.body).top,
            page: document.documentElement.clientWidth,
          };
        });
        expect(notes.length).toBeGreaterThan(3);
        for (const [index, note] of notes.entries()) {
          expect(note.left).toBeGreaterThan(text);
          expect(note.right).toBeLessThanOrEqual(right);
          expect(note.bottom).toBeLessThanOrEqual(end);
          expect(note.top).toBeGreaterThanOrEqual(notes[index - 1]?.bottom ?? 0);
        }
        await page.context().close();
      }
    },
  );

  it('the first note stands beside its reference', async () => {
    const page = await site.open(essay, { viewport: { width: 1280, height: 800 } });
    const [reference, note] = await page.evaluate(() =>
      ['[data-footnote-ref]', '[data-footnotes] li'].map(
        (one) => document.querySelector(one)?.getBoundingClientRect().top ?? 0,
      ),
    );
    expect(Math.abs((reference ?? 0) - (note ?? 99))).toBeLessThan(24);
    await page.context().close();
  });
});

describe('a mark in the margin’s reach', () => {
  it('moves nothing while its note is in view: the note gets the focus, and its way back gives it back', async () => {
    const page = await site.open(essay, { viewport: { width: 1280, height: 800 } });
    const reference = page.locator('[data-footnote-ref]').first();
    await reference.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    const y = await page.evaluate(() => scrollY);
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await reference.click();
    expect(await page.evaluate(() => [scrollY, location.hash])).toEqual([y, '']);
    expect(await focused()).toBe(decodeURIComponent((await reference.getAttribute('href')) ?? '').slice(1));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => scrollY)).toBe(y);
    expect(await focused()).toBe(await reference.getAttribute('id'));
    await page.context().close();
  });
});

describe('notes on a narrow page', () => {
  it('stand in the order of their marks, and ↩ or Esc closes one and gives the focus back', async () => {
    const page = await site.open(essay, { viewport: { width: 375, height: 700 } });
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll('[data-footnote-ref]');
      if (second?.parentElement) first?.closest('p')?.append(second.parentElement);
    });
    const [first, second] = [0, 1].map((index) => page.locator('[data-footnote-ref]').nth(index));
    const texts = await page.locator('[data-footnotes] li').allTextContents();
    await second?.click();
    await page.locator('.note').waitFor();
    await first?.click();
    expect(await page.locator('.note').allTextContents()).toEqual(texts.slice(0, 2));
    const hasFocus = (one = first) => one?.evaluate((link) => link === document.activeElement);
    await page.locator('.note .back').first().click();
    expect(await page.locator('.note').count()).toBe(1);
    expect(await hasFocus(first)).toBe(true);
    await page.locator('.note .back').focus();
    await page.keyboard.press('Escape');
    expect(await page.locator('.note').count()).toBe(0);
    expect(await hasFocus(second)).toBe(true);
    await page.context().close();
  });

  it.each(['tap', 'Enter'] as const)('open below the paragraph by %s, and close again', async (how) => {
    const page = await site.open(essay, { viewport: { width: 375, height: 700 }, hasTouch: true });
    const reference = page.locator('[data-footnote-ref]').first();
    const act = () => (how === 'tap' ? reference.tap() : reference.press('Enter'));
    const text = await page.locator('[data-footnotes] li').first().textContent();
    await act();
    const note = page.locator('.note');
    expect(await note.textContent()).toBe(text);
    expect(await page.locator('[data-footnotes] li').first().textContent()).toBe('');
    expect(await reference.getAttribute('aria-expanded')).toBe('true');
    expect(
      await note.evaluate((box) => box.previousElementSibling?.querySelector('[data-footnote-ref]') !== null),
    ).toBe(true);
    await act();
    await expect.poll(() => note.count()).toBe(0);
    expect(await page.locator('[data-footnotes] li').first().textContent()).toBe(text);
    await page.context().close();
  });

  it('go home when the page becomes wide or is printed', async () => {
    const page = await site.open(essay, { viewport: { width: 600, height: 700 } });
    await page.locator('[data-footnote-ref]').first().click();
    await page.locator('.note').waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.waitForFunction(() => !document.querySelector('.note'));
    await page.setViewportSize({ width: 600, height: 800 });
    await page.locator('[data-footnote-ref]').first().click();
    await page.locator('.note').waitFor();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.note').count()).toBe(0);
    await page.context().close();
  });
});

describe('notes without script', () => {
  it('are notes at the end, with links both ways', async () => {
    const page = await site.open(essay, { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false });
    const reference = page.locator('[data-footnote-ref]').first();
    await reference.click();
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true);
    await page.locator(`[id="${id}"] .back`).click();
    expect(decodeURIComponent(new URL(page.url()).hash.slice(1))).toBe(await reference.getAttribute('id'));
    await page.context().close();
  });
});

describe('references', () => {
  it('every reference links back to all of its citations', async () => {
    const page = await specimen.open('essays/specimen/', { javaScriptEnabled: false });
    const cites = await page
      .locator('a.cite')
      .evaluateAll((links) => links.map((link) => [link.getAttribute('href'), link.id]));
    expect(cites.length).toBe(5);
    for (const [reference, citation] of cites) {
      expect(await page.locator(`[id="${reference?.slice(1)}"] a.back[href="#${citation}"]`).count()).toBe(1);
    }
    await page.context().close();
  });

  it('are shown on hover and focus, stay under the pointer, and go by Esc', async () => {
    const page = await site.open(essay, { viewport: { width: 1280, height: 800 } });
    const box = page.locator('link-preview');
    await page.locator('a.cite').first().hover();
    await box.filter({ hasText: 'Narrative of the Building' }).waitFor();
    await box.hover();
    await page.waitForTimeout(600);
    expect(await box.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await box.isVisible()).toBe(false);
    await page.mouse.move(0, 0);
    await page.locator('a.cite').nth(1).focus();
    await box.filter({ hasText: 'A Short Bright Flash' }).waitFor();
    const inside = await box.evaluate(
      (one) => one.getBoundingClientRect().left >= 0 && one.getBoundingClientRect().right <= innerWidth,
    );
    expect(inside).toBe(true);
    await page.context().close();
  });

  it('are shown by the first tap, and the page stays where it is', async () => {
    const page = await site.open(essay, { viewport: { width: 375, height: 700 }, hasTouch: true });
    await page.locator('a.cite').first().tap();
    await page.locator('link-preview').filter({ hasText: 'Narrative of the Building' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await page.locator('a.cite').first().tap();
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#ref-/);
    await page.context().close();
  });

  it('are whole in a window of 320 × 200', async () => {
    const page = await site.open(essay, { viewport: { width: 320, height: 200 } });
    await page.locator('a.cite').first().focus();
    await page.locator('link-preview:visible').waitFor();
    const box = await page.locator('link-preview').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(200);
    await page.context().close();
  });
});

it('the browser had nothing to complain about', () => {
  expect([...site.complaints, ...specimen.complaints]).toEqual([]);
});
