import type { Browser, Page } from 'playwright-core';
import { type Connection, slowServer } from './slow-server.ts';

export interface Measured {
  /** Bytes from opening the search to the first result on screen. */
  bytes: number;
  /** Milliseconds of the same. */
  first: number;
  /** Median milliseconds from a key to its results, painted, once all is loaded. */
  key: number;
}

/**
 * Opens the search on a page that has been read for a while, types, and waits for the first result.
 * @param texts typed one after the other, letter by letter, once the search is warm
 */
export async function measure(
  browser: Browser,
  folder: string,
  path: string,
  cold: string,
  texts: readonly string[],
  connection: Connection,
): Promise<Measured> {
  const runs: { bytes: number; first: number }[] = [];
  for (let run = 0; run < 3; run += 1) {
    const slow = await slowServer(folder, connection);
    const page = await (await browser.newContext()).newPage();
    await page.goto(slow.address + path, { waitUntil: 'networkidle' });
    const before = slow.sent();
    const start = performance.now();
    await page.keyboard.press('/');
    await page.locator('site-search dialog input').fill(cold);
    await page.locator('site-search dialog li').first().waitFor();
    runs.push({ first: performance.now() - start, bytes: slow.sent() - before });
    await page.context().close();
    slow.server.close();
  }
  const fast = await slowServer(folder, null);
  const page = await (await browser.newContext()).newPage();
  await page.goto(fast.address + path);
  const key = await keystroke(page, texts);
  await page.context().close();
  fast.server.close();
  return { bytes: median(runs.map((run) => run.bytes)), first: median(runs.map((run) => run.first)), key };
}

async function keystroke(page: Page, texts: readonly string[]): Promise<number> {
  await page.keyboard.press('/');
  await page.locator('site-search dialog input').fill(texts[0] ?? '');
  await page.locator('site-search dialog li').first().waitFor();
  const times: number[] = [];
  for (const text of texts) {
    for (let end = 1; end <= text.length; end += 1) {
      times.push(
        await page.evaluate(
          (typed) =>
            new Promise<number>((done) => {
              const status = document.querySelector('site-search dialog [role=status]');
              const field = document.querySelector('site-search dialog input');
              if (!(field instanceof HTMLInputElement) || !status) return;
              const start = performance.now();
              const seen = new MutationObserver(() => {
                seen.disconnect();
                requestAnimationFrame(() => done(performance.now() - start));
              });
              seen.observe(status, { childList: true });
              field.value = typed;
              field.dispatchEvent(new InputEvent('input', { bubbles: true }));
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
