import type { Browser, CDPSession, Page } from 'playwright-core';

/** When a page is painted, in milliseconds after the navigation began, and how far it moved (layout shift). */
export interface Paint {
  first: number;
  largest: number;
  shift: number;
  /** The font in which its first paragraph is shown at the end. */
  font: string;
}

/** Slow 4G and a slow phone, as Lighthouse defines them. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const slowdown = 4;

/**
 * Opens addresses one after the other in a new browser context: the first with a cold cache, the others with what the
 * ones before them left there.
 */
export async function measurePaint(browser: Browser, addresses: readonly string[]): Promise<Paint[]> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    for (const domain of ['Network', 'DOM', 'CSS'] as const) await session.send(`${domain}.enable`);
    await session.send('Network.emulateNetworkConditions', network);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(observe);
    const paints: Paint[] = [];
    for (const address of addresses) {
      await page.goto(address, { waitUntil: 'networkidle' });
      await page.waitForTimeout(500); // fonts that arrived late would move the text now
      paints.push({ ...(await timesOf(page)), font: await fontOf(session) });
    }
    return paints;
  } finally {
    await context.close();
  }
}

/** Runs in the page before its own scripts. */
function observe() {
  const found = { largest: 0, shift: 0 };
  Object.assign(window, { foundByBench: found });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) found.largest = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ('value' in entry) found.shift += Number(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
}

function timesOf(page: Page): Promise<Omit<Paint, 'font'>> {
  return page.evaluate(() => {
    const found = Object(Reflect.get(window, 'foundByBench'));
    const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
    return { first, largest: Number(found.largest), shift: Number(found.shift) };
  });
}

async function fontOf(session: CDPSession): Promise<string> {
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'main p' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return [...fonts].sort((a, b) => b.glyphCount - a.glyphCount)[0]?.familyName ?? 'none';
}
