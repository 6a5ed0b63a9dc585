import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withServer } from '../../bench/search/dev-server.ts';
import type { Pending } from '../../src/comments/pending.ts';
import { filesOf, openSite } from '../../src/publish/built-site.ts';
import { scratchLibrary } from '../site/scratch-library.ts';
import { violations } from './axe.ts';
import { startChromium } from './chromium.ts';

const library = scratchLibrary('waiting-comments');
const box = join(library.content, '../box');

type Changed = Partial<Omit<Pending, 'submission'>> & { submission?: Partial<Pending['submission']> };

function wait(id: string, { submission, ...rest }: Changed): void {
  const pending: Pending = {
    essay: 'quay',
    suspicions: [],
    imported: '2026-03-02T10:00:00Z',
    ...rest,
    submission: {
      id: `comment-${id}`,
      origin: { kind: 'form', address: null },
      page: { slug: 'quay', title: '', address: '', thread: '' },
      block: null,
      quote: null,
      parent: null,
      role: null,
      name: 'Ada',
      email: 'ada@secret.example',
      website: null,
      date: '2026-03-02',
      text: 'A comment.',
      elapsed: null,
      trap: '',
      token: '',
      notes: [],
      doubts: [],
      ...submission,
    },
  };
  writeFileSync(join(box, `pending/comment-${id}.json`), JSON.stringify(pending));
}

/** Into a box of its own, whose comments nobody decides on. */
function copyToGood(id: string): void {
  mkdirSync(join(`${box}-good`, 'pending'), { recursive: true });
  cpSync(join(box, `pending/comment-${id}.json`), join(`${box}-good`, `pending/comment-${id}.json`));
}

let browser: Browser;
beforeAll(async () => {
  library.write('quay', 'Salt gets into every lock along the quay.', '## The locks {#locks}', 'They rust.');
  library.write('pier', 'Another essay.');
  mkdirSync(join(library.content, 'essays/quay/comments'));
  writeFileSync(
    join(library.content, 'essays/quay/comments/2026-03-01-jane.md'),
    '---\nname: Jane\norigin: form\n---\n\nI was there.\n',
  );
  mkdirSync(join(box, 'pending'), { recursive: true });
  wait('passage', {
    submission: { block: 'locks', quote: 'The locks', text: 'Write to ada@secret.example. *Yes*.' },
  });
  wait('answer', {
    submission: { parent: 'comment-jane', name: 'ليلى', text: 'لا أوافق.', website: 'https://ad.example/' },
  });
  wait('gone', { submission: { block: 'was-here', quote: 'words that are gone' } });
  wait('long', { submission: { text: 'word '.repeat(20_000) } });
  wait('evil', {
    suspicions: ['It has 9 links.'],
    submission: {
      name: '<img src=x onerror=alert(1)>',
      text: '<script>alert(1)</script> [a](javascript:alert(1))',
    },
  });
  wait('lost', { essay: null, submission: { page: { slug: 'none', title: '', address: '', thread: '' } } });
  wait('other', { essay: 'pier' });
  for (const id of ['answer', 'evil', 'lost']) copyToGood(id);
  browser = await startChromium();
});
afterAll(() => browser.close());

const environment = { STET_CONTENT: library.content, STET_COMMENTS: box };
const decide = (command: string) => {
  const [, ...words] = command.split(' -- ').join(' ').split(' ').slice(1);
  return execFileSync(process.execPath, ['src/commands/comments.ts', ...words.slice(1)], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
};

describe('the page of waiting comments', () => {
  it('lists all that wait with their places and the commands that decide, without a script, and is in no build', async () => {
    await withServer(process.cwd(), environment, async (address) => {
      const context = await browser.newContext({
        javaScriptEnabled: false,
        viewport: { width: 320, height: 640 },
      });
      const page = await context.newPage();
      const open = async (path: string) => (await page.goto(address + path))?.status();
      await expect.poll(() => open('/comments/waiting/'), { timeout: 60_000 }).toBe(200);
      expect(await page.locator('h1').innerText()).toBe('7 comments wait for a decision');
      expect(await page.locator('h2').allInnerTexts()).toEqual([
        'The pier',
        'The quay',
        'For no essay that is known',
      ]);
      const text = await page.locator('main').innerText();
      expect(text).not.toContain('secret');
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

      const one = (id: string) => page.locator(`#comment-${id}`);
      const links = (id: string) =>
        one(id)
          .locator('a')
          .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(await links('passage')).toEqual(['/essays/quay/#comment-passage', '/essays/quay/#locks']);
      expect(await links('answer')).toEqual(['/essays/quay/#comment-answer', '/essays/quay/#comment-jane']);
      expect(await links('gone')).toEqual(['/essays/quay/#comment-gone']);
      expect(await one('gone').innerText()).toContain('words that are gone (which has gone)');
      expect(await links('long')).toEqual([]);
      expect(await one('long').innerText()).toMatch(/has \d+ characters, and \d+ are the most/);
      expect(await one('evil').locator('script, img, a[href^=java]').count()).toBe(0);
      expect(await one('evil').locator('.remarks').innerText()).toBe('It has 9 links.');
      expect(await one('lost').innerText()).toContain('approve comment-lost --essay SLUG');
      const codes = await one('passage').locator('code').allInnerTexts();
      expect(codes).toEqual([
        'npm run comments -- approve comment-passage',
        'npm run comments -- reject comment-passage',
        'npm run comments -- spam comment-passage',
        'npm run comments -- reply comment-passage "TEXT"',
        'npm run comments -- show comment-passage',
      ]);

      await one('passage').getByRole('link', { name: 'In its place' }).click();
      expect(await page.locator('#comment-passage').innerText()).toContain('not published');
      await page.locator('#comment-passage').getByRole('link', { name: 'not published' }).click();
      expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(
        '/comments/waiting/#comment-passage',
      );

      decide(codes[1] ?? '');
      await page.reload();
      expect(await page.locator('h1').innerText()).toBe('6 comments wait for a decision');
      expect(await one('passage').count()).toBe(0);
      decide('npm run comments -- approve comment-answer');
      expect(
        readFileSync(join(library.content, 'essays/quay/comments/2026-03-02-answer.md'), 'utf8'),
      ).toContain('ليلى');

      writeFileSync(join(box, 'pending/comment-broken.json'), '{');
      await page.reload();
      expect(await page.locator('.remarks').innerText()).toMatch(
        /comment-broken\.json: The file cannot be read/,
      );
      await context.close();
    });
    process.env['STET_COMMENTS'] = box;
    expect(await library.run('build')).toMatchObject({ code: 0 });
    delete process.env['STET_COMMENTS'];
    for (const file of filesOf(openSite(library.out)))
      expect(readFileSync(join(library.out, file)).includes('comments/waiting'), file).toBe(false);
  });

  it('has nothing that axe would complain about, in either theme', async () => {
    await withServer(process.cwd(), { ...environment, STET_COMMENTS: `${box}-good` }, async (address) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ colorScheme });
        await expect
          .poll(async () => (await page.goto(`${address}/comments/waiting/`))?.status(), { timeout: 60_000 })
          .toBe(200);
        // the writing server reloads a page when it has compiled what the page is made of
        const found = () => violations(page).catch((error: Error) => error.message);
        await expect.poll(found, { timeout: 60_000 }).toEqual([]);
        const rule = await page
          .locator('blockquote')
          .first()
          .evaluate((one) => getComputedStyle(one).borderInlineStartStyle);
        expect(rule, 'the writer’s words are told from ours').toBe('solid');
        expect(await page.locator('h1').innerText()).toBe('3 comments wait for a decision');
        await page.close();
      }
    });
  });
});
