import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  updated: 'The site seems to have changed since this page was opened.',
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
const files: [RegExp, string][] = [
  [/engine\.pagefind/, 'harbour'],
  [/contents\.pf_meta/, 'harbour'],
  [/\.pf_index/, 'harbour'],
  [/\.pf_fragment/, 'harbour'],
  [/\.pf_words/, 'legand'],
  [/worker-/, 'harbour'],
];

function messageFor(fault: string, { source: file }: RegExp): string {
  const isNamedByContent = !/engine|contents/.test(file);
  if (fault === 'missing' && isNamedByContent) return messages.updated; // a deployment has replaced it
  // half a script looks as if the browser had refused it
  return fault === 'cut short' && file === 'worker-' ? messages.worker : messages.files;
}

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
  await expect.poll(() => status(page).innerText(), { timeout: 60_000, message: name }).toContain(message);
  expect(await page.locator('site-search dialog li').count(), name).toBe(0);
  expect(await page.getByRole('link', { name: 'Index of terms' }).isVisible(), name).toBe(true);
  await endFault();
  await page.getByRole('button', { name: /^(?:Try again|Reload the page)$/ }).click();
  await page.locator('site-search dialog li').first().waitFor({ timeout: 60_000 });
  expect(await status(page).innerText(), `${name}: ${text}`).toMatch(/sections?/);
  await page.context().close();
}

async function firstSearch(fault: string, errors: string[], [file, text]: (typeof files)[number]) {
  const page = await open(errors, { way: fault, file });
  await ask(page, text);
  const endFault = () => page.context().unroute(file);
  await expectError(page, text, messageFor(fault, file), `first search, ${file}: ${fault}`, endFault);
}

async function laterSearch(fault: string, errors: string[], file: RegExp, text: string) {
  const page = await open(errors);
  await ask(page, 'Skerryvore');
  await page.locator('site-search dialog li').first().waitFor();
  await page.context().route(file, (route) => faults[fault]?.(route));
  await ask(page, text);
  const endFault = () => page.context().unroute(file);
  await expectError(page, text, messageFor(fault, file), `later search, ${file}: ${fault}`, endFault);
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

describe('a page that was opened before a deployment', () => {
  const gone = (route: Route) => route.fulfill({ status: 404, body: 'Not found' });

  it('searches the new site by itself where the files of its own are gone', async () => {
    const errors: string[] = [];
    const page = await open(errors);
    await ask(page, 'Skerryvore');
    await page.locator('site-search dialog li').first().waitFor();
    let isOfNewSite = false; // the names in the new table of contents are found
    await page.context().route(/contents\.pf_meta/, (route) => {
      isOfNewSite = true;
      return route.continue();
    });
    await page
      .context()
      .route(/\.pf_(?:fragment|index)/, (route) => (isOfNewSite ? route.continue() : gone(route)));
    await ask(page, 'Smeaton');
    await expect.poll(() => isOfNewSite, { timeout: 60_000 }).toBe(true);
    await page.locator('site-search dialog li', { hasText: 'Smeaton' }).first().waitFor();
    await expect.poll(() => status(page).innerText()).toMatch(/^\d+ sections?$/);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('says so where the search’s own worker is gone, and reloads with the answer', async () => {
    const errors: string[] = [];
    const page = await open(errors);
    await page.context().route(/worker-/, gone);
    await ask(page, 'Smeaton');
    await expect.poll(() => status(page).innerText(), { timeout: 60_000 }).toContain(messages.updated);
    expect(await violations(page, 'site-search')).toEqual([]);
    await page.context().unroute(/worker-/);
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await page.locator('site-search dialog li').first().waitFor({ timeout: 60_000 });
    expect(await page.locator('site-search dialog input').inputValue()).toBe('Smeaton');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('leads to the new site where the script of the search is gone', async () => {
    const errors: string[] = [];
    const page = await open(errors);
    await page.context().route(/search-session/, gone);
    await page.keyboard.press('/');
    await expect
      .poll(() => status(page).innerText(), { timeout: 60_000 })
      .toBe('Search failed to load. Reload the page, or use the index below.');
    await page.getByRole('link', { name: 'Index of terms' }).click();
    await page.waitForURL(/\/search\/$/);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

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
      .poll(() => status(page).innerText(), { timeout: 60_000 })
      .toContain('Search failed to load.');
    expect(await page.getByRole('link', { name: 'Index of terms' }).isVisible()).toBe(true);
    await page.context().unroute(/session/);
    await page.keyboard.press('Escape');
    await ask(page, 'Smeaton');
    await page.locator('site-search dialog li').first().waitFor({ timeout: 60_000 });
    expect(errors).toEqual([]);
    await page.context().close();
  },
);
