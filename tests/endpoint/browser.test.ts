import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from '../browser/axe.ts';
import { startChromium } from '../browser/chromium.ts';
import { rowsOf } from './sample-comment.ts';
import { type RunningEndpoint, startEndpoint } from './start-endpoint.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-endpoint-'));
const database = join(folder, 'submissions.sqlite');
const typed = 'Typed by a reader:\n\n“quoted”, <b>marked</b> & 100 %\n  indented';
let essays: Server;
let essay = '';
let endpoint: RunningEndpoint;
let browser: Browser;

/** An essay's page on an origin of its own, with the form as the site sends it without script. */
function essayPage(): string {
  const hidden = (name: string, value: string) => h('input', { type: 'hidden', name, value });
  const field = (name: string) => h('label', [name, h('input', { name })]);
  return toHtml(
    h('html', { lang: 'en' }, [
      h('head', [h('title', 'An essay'), h('link', { rel: 'icon', href: 'data:,' })]),
      h('body', [
        h('form', { method: 'post', action: endpoint.address }, [
          ...[hidden('essay', 'on-margins'), hidden('block', 'p-1'), hidden('back', essay)],
          ...['name', 'email', 'website', 'homepage'].map(field),
          h('label', ['comment', h('textarea', { name: 'comment' })]),
          h('button', 'Send'),
        ]),
      ]),
    ]),
  );
}

beforeAll(async () => {
  essays = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(request.url === '/essay/' ? essayPage() : '');
  });
  const port = await new Promise<number>((done) => {
    essays.listen(0, '127.0.0.1', () => {
      const bound = essays.address();
      done(typeof bound === 'object' && bound ? bound.port : 0);
    });
  });
  essay = `http://127.0.0.1:${port}/essay/`;
  endpoint = await startEndpoint({ STET_DATABASE: database, STET_ORIGINS: new URL(essay).origin });
  browser = await startChromium();
});

afterAll(async () => {
  await browser.close();
  essays.close();
  await endpoint.end('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function fillIn(page: Page, comment: string) {
  await page.goto(essay);
  await page.getByLabel('name').fill('Ada Reader');
  await page.getByLabel('email').fill('ada@example.org');
  await page.getByLabel('comment').fill(comment);
  await page.getByRole('button', { name: 'Send' }).click();
}

it('takes a comment from a browser without script, and leads back', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await fillIn(page, typed);
  await page.getByRole('heading', { name: 'Your comment has arrived' }).waitFor();
  expect(rowsOf(database)).toMatchObject([
    {
      essay: 'on-margins',
      block: 'p-1',
      name: 'Ada Reader',
      email: 'ada@example.org',
      comment: typed,
      elapsed: null,
    },
  ]);
  await page.getByRole('link', { name: 'Back to the essay' }).click();
  expect(page.url()).toBe(essay);
  await page.close();
});

it('gives a browser without script the text back when the store is locked, and takes it from there', async () => {
  const other = new DatabaseSync(database);
  other.exec('BEGIN IMMEDIATE');
  const page = await browser.newPage({ javaScriptEnabled: false });
  const text = `\n${typed}\nagain`;
  await fillIn(page, text);
  await page.getByText('The store of comments is busy.').waitFor();
  expect(await page.getByLabel('Comment (required)').inputValue()).toBe(text);
  other.exec('ROLLBACK');
  other.close();
  await page.getByRole('button', { name: 'Send again' }).click();
  await page.getByRole('heading', { name: 'Your comment has arrived' }).waitFor();
  expect(rowsOf(database).map(({ comment }) => comment)).toEqual([typed, text]);
  expect(await page.getByRole('link', { name: 'Back to the essay' }).getAttribute('href')).toBe(essay);
  await page.close();
});

it('refuses with a page that breaks no policy, fits 320 pixels and satisfies axe', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(essay);
  await page.getByLabel('name').fill('W'.repeat(80));
  await page.getByLabel('comment').fill('verylongword'.repeat(100));
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('“E-mail” is empty. It is required.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('email');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await page.evaluate(() => getComputedStyle(document.body).maxInlineSize)).toBe('648px');
  expect(await violations(page)).toEqual([]);
  expect(complaints.filter((line) => !/422/.test(line))).toEqual([]);
  await context.close();
});

it('answers a script on the site, and none on another', async () => {
  const post = async (from: string) => {
    const page = await browser.newPage();
    await page.goto(from);
    const answer = await page.evaluate(async (address) => {
      const fields = { essay: 'e', name: 'Ada', email: 'ada@example.org', comment: 'By script', token: 't' };
      try {
        const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
        const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(fields) });
        return { status: response.status, ...(await response.json()) };
      } catch (error) {
        return String(error);
      }
    }, endpoint.address);
    await page.close();
    return answer;
  };
  expect(await post(essay.replace('127.0.0.1', 'localhost'))).toBe('TypeError: Failed to fetch');
  expect(rowsOf(database)).toHaveLength(2);
  expect(await post(essay)).toEqual({ status: 200, ok: true, id: expect.stringMatching(/^[\da-f]{64}$/) });
  expect(rowsOf(database)).toHaveLength(3);
});
