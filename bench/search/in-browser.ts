import type { Browser, Page } from 'playwright-core';
import { type Connection, slowServer } from './slow-server.ts';

export interface BrowserMeasurement {
  /** Bytes from opening the search until the first result is shown. */
  bytes: number;
  /** Milliseconds from opening the search until the first result is shown. */
  firstResult: number;
  /** Median milliseconds from a keystroke until its results are painted, after everything is loaded. */
  keystroke: number;
}

/**
 * Measures the search on a page that has finished loading: three times a cold query, and then keystrokes.
 * @param coldQuery the query of the cold measurement
 * @param texts typed one after the other, letter by letter, after everything is loaded
 */
export async function measureInBrowser(
  browser: Browser,
  folder: string,
  path: string,
  coldQuery: string,
  texts: readonly string[],
  connection: Connection,
): Promise<BrowserMeasurement> {
  const runs: { bytes: number; firstResult: number }[] = [];
  for (let run = 0; run < 3; run += 1) {
    const slow = await slowServer(folder, connection);
    const page = await (await browser.newContext()).newPage();
    await page.goto(slow.address + path, { waitUntil: 'networkidle' });
    const before = slow.sent();
    const start = performance.now();
    await page.keyboard.press('/');
    await page.locator('site-search dialog input').fill(coldQuery);
    await page.locator('site-search dialog li').first().waitFor();
    runs.push({ firstResult: performance.now() - start, bytes: slow.sent() - before });
    await page.context().close();
    slow.server.close();
  }
  const fast = await slowServer(folder, null);
  const page = await (await browser.newContext()).newPage();
  await page.goto(fast.address + path);
  const keystroke = await keystrokeTime(page, texts);
  await page.context().close();
  fast.server.close();
  return {
    bytes: median(runs.map((run) => run.bytes)),
    firstResult: median(runs.map((run) => run.firstResult)),
    keystroke,
  };
}

async function keystrokeTime(page: Page, texts: readonly string[]): Promise<number> {
  await page.keyboard.press('/');
  await page.locator('site-search dialog input').fill(texts[0] ?? '');
  await page.locator('site-search dialog li').first().waitFor();
  const times: number[] = [];
  for (const text of texts) {
    for (let end = 1; end <= text.length; end += 1) {
      times.push(
        await page.evaluate(
          (typed) =>
            new Promise<number>((resolve) => {
              const status = document.querySelector('site-search dialog [role=status]');
              const input = document.querySelector('site-search dialog input');
              if (!(input instanceof HTMLInputElement) || !status) return;
              const start = performance.now();
              const observer = new MutationObserver(() => {
                observer.disconnect();
                requestAnimationFrame(() => resolve(performance.now() - start));
              });
              observer.observe(status, { childList: true });
              input.value = typed;
              input.dispatchEvent(new InputEvent('input', { bubbles: true }));
            }),
          text.slice(0, end),
        ),
      );
    }
  }
  return median(times);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
