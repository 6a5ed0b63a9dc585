import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { share } from '../thorough.ts';
import { violations } from './axe.ts';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  site = await siteInBrowser();
});
afterAll(() => site.close());

const messages = {
  files: 'Part of the search failed to load.',
  offline: 'You are offline, and the search is not loaded yet.',
  worker: 'This browser did not let the search start.',
};

/** The ways in which loading a file can fail. */
const faults: Record<string, (route: Route) => Promise<unknown>> = {
  missing: (route) => route.fulfill({ status: 404, body: 'Not found' }),
  'a page instead': (route) =>
    route.fulfill({
      status: 200,
      contentType: 'text/html',
      body: '<!doctype html><p>Sign in to this network',
    }),
  'cut short': async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, Math.floor(body.length / 2)) });
  },
  garbage: (route) => route.fulfill({ status: 200, body: Buffer.alloc(2000, 'xyz') }),
  reset: (route) => route.abort('connectionreset'),
  'no answer': () => new Promise(() => {}),
};

/** Each file, with a query that needs it. */
const files: [RegExp, string, keyof typeof messages][] = [
  [/engine\.pagefind/, 'harbour', 'files'],
  [/contents\.pf_meta/, 'harbour', 'files'],
  [/\.pf_index/, 'harbour', 'files'],
  [/\.pf_fragment/, 'harbour', 'files'],
  [/\.pf_words/, 'legand', 'files'],
  [/worker-/, 'harbour', 'worker'],
];

const status = (page: Page) => page.locator('site-search dialog [role=status]');

/**
 * @param fault the way in which a file fails. It is set before the page is opened: Chromium answers that it holds
 *   requests back before an open page does so
 */
async function open(errors: string[], fault?: { way: string; file: RegExp }): Promise<Page> {
  const context = await site.browser.newContext();
  if (fault) await context.route(fault.file, (route) => faults[fault.way]?.(route));
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(site.address + essay);
  return page;
}

async function ask(page: Page, text: string) {
  if ((await page.locator('site-search dialog[open]').count()) === 0) await page.keyboard.press('/');
  await page.locator('site-search dialog input').fill(text);
}

/** Expects the message, no results, a working link to the index, and results after the fault is over. */
async function expectError(
  page: Page,
  text: string,
  message: string,
  name: string,
  endFault: () => Promise<void>,
) {
  await expect.poll(() => status(page).innerText(), { timeout: 20_000, message: name }).toContain(message);
  expect(await page.locator('site-search dialog li').count(), name).toBe(0);
  expect(await page.getByRole('link', { name: 'Index of terms' }).isVisible(), name).toBe(true);
  await endFault();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('site-search dialog li').first().waitFor({ timeout: 15_000 });
  expect(await status(page).innerText(), `${name}: ${text}`).toMatch(/sections?/);
  await page.context().close();
}

async function firstSearch(fault: string, errors: string[], [file, text, kind]: (typeof files)[number]) {
  const page = await open(errors, { way: fault, file });
  await ask(page, text);
  const endFault = () => page.context().unroute(file);
  await expectError(page, text, messages[kind], `first search, ${file}: ${fault}`, endFault);
}

async function laterSearch(fault: string, errors: string[], file: RegExp, text: string) {
  const page = await open(errors);
  await ask(page, 'Skerryvore');
  await page.locator('site-search dialog li').first().waitFor();
  await page.context().route(file, (route) => faults[fault]?.(route));
  await ask(page, text);
  const endFault = () => page.context().unroute(file);
  await expectError(page, text, messages.files, `later search, ${file}: ${fault}`, endFault);
}

it.each(Object.keys(faults))(
  '%s, whichever file it is, in a first search and in a later one',
  async (fault) => {
    const errors: string[] = [];
    const searches = [
      ...files.map((one) => () => firstSearch(fault, errors, one)),
      () => laterSearch(fault, errors, /\.pf_fragment/, 'Smeaton'),
      () => laterSearch(fault, errors, /\.pf_words/, 'legand'),
    ];
    await Promise.all(share(searches, Object.keys(faults).indexOf(fault)).map((search) => search()));
    expect(errors).toEqual([]);
  },
);

it('offline in the middle of a search, and back', async () => {
  const errors: string[] = [];
  const page = await open(errors);
  await ask(page, 'Skerryvore');
  await page.locator('site-search dialog li').first().waitFor();
  await page.context().setOffline(true);
  await ask(page, 'Smeaton');
  await expect.poll(() => status(page).innerText()).toContain(messages.offline);
  expect(await violations(page, 'site-search')).toEqual([]);
  await page.context().setOffline(false);
  await page.locator('site-search dialog li').first().waitFor(); // by itself, when the connection is back
  expect(errors).toEqual([]);
  await page.context().close();
});

it('a worker that the browser forbids', async () => {
  const errors: string[] = [];
  const page = await (await site.browser.newContext()).newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', {
      value: class {
        constructor() {
          throw new Error('forbidden');
        }
      },
    });
  });
  await page.goto(site.address + essay);
  await ask(page, 'Smeaton');
  await expect.poll(() => status(page).innerText()).toContain(messages.worker);
  expect(await page.getByRole('link', { name: 'Index of terms' }).isVisible()).toBe(true);
  expect(errors).toEqual([]);
  await page.context().close();
});

it.each(Object.keys(faults))(
  '%s, where it is the search’s own script; the next opening finds it',
  async (fault) => {
    const errors: string[] = [];
    const page = await open(errors, { way: fault, file: /session/ });
    await page.keyboard.press('/');
    await expect
      .poll(() => status(page).innerText(), { timeout: 20_000 })
      .toContain('Search failed to load.');
    expect(await page.getByRole('link', { name: 'Index of terms' }).isVisible()).toBe(true);
    await page.context().unroute(/session/);
    await page.keyboard.press('Escape');
    await ask(page, 'Smeaton');
    await page.locator('site-search dialog li').first().waitFor({ timeout: 15_000 });
    expect(errors).toEqual([]);
    await page.context().close();
  },
);
