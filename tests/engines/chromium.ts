import { startChromium } from '../browser/chromium.ts';
import type { Engine, EngineKind } from './engine.ts';

/** The Chromium of the other tests. */
export const chromium: EngineKind = { name: 'Chromium', missing: null, start };

async function start(): Promise<Engine> {
  const browser = await startChromium();
  const page = await browser.newPage();
  return {
    open: async (address) => void (await page.goto(address)),
    run: (script, ...args) =>
      page.evaluate(`(function () { ${script} }).apply(null, ${JSON.stringify(args)})`),
    click: (selector) => page.locator(selector).first().click(),
    async press(...pressed) {
      for (const key of pressed) await page.keyboard.press(key);
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    back: async () => void (await page.goBack()),
    print: () => page.pdf(),
    picture: () => page.screenshot(),
    close: () => browser.close(),
  };
}
