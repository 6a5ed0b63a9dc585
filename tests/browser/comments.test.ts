import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanLine, cleanText, cutLine } from '../../src/comments/clean-text.ts';
import { type Comment, isPublicAddress } from '../../src/comments/comment.ts';
import { writeComment } from '../../src/comments/comment-folder.ts';
import { limits } from '../../src/document/comment-limits.ts';
import { isThorough } from '../thorough.ts';
import { payloads } from '../unit/comments/hostile.ts';
import { violations } from './axe.ts';
import { onPaper, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

const top = resolve('.stet/browser-comments');
const content = join(top, 'content');
const out = join(top, 'site');
const widths = [320, 1280] as const;

/** A comment with a payload in every field that takes it; the others have a harmless value. */
function hostile(payload: string, number: number): Comment {
  const line = (most: number) => cutLine(cleanLine(payload.slice(0, most)), most) || 'Nobody';
  const block = payload.slice(0, 80);
  const text = cleanText(payload.slice(0, limits.text - 10)) || 'Nothing.';
  return {
    id: `comment-h${number}`,
    name: line(limits.name),
    website: isPublicAddress(payload) && payload.length <= limits.website ? payload : 'https://example.org/',
    date: '2026-02-01',
    block: /^\p{L}[^\s#]*$/u.test(block) ? block : 'first',
    quote: line(limits.quote),
    parent: number % 5 === 0 ? null : `comment-h${number - (number % 5)}`,
    role: null,
    origin: { kind: 'form', address: null },
    text,
  };
}

function plain(number: number, fields: Partial<Comment> = {}): Comment {
  return {
    ...hostile('A remark of some length, such as people write.', number),
    id: `comment-p${number}`,
    name: `Reader ${number}`,
    block: null,
    quote: null,
    parent: null,
    ...fields,
  };
}

function write(slug: string, comments: readonly Comment[]) {
  const folder = join(content, 'essays', slug);
  mkdirSync(folder, { recursive: true });
  const fields = `title: The ${slug}\ndescription: A\npublished: 2026-01-02`;
  const text = 'The first paragraph, about salt and nets and whoever mends them on the steps of the quay.';
  writeFileSync(
    join(folder, 'index.md'),
    `---\n${fields}\n---\n\n## Boats\n\n${text}\n\n${`${text} `.repeat(30)}\n`,
  );
  for (const comment of comments) writeComment(slug, comment, join(content, 'essays'));
}

let site: SiteInBrowser;
const perEssay = 18; // all of an essay's in full on its page
const hostileEssays = Math.ceil(payloads.length / perEssay);
const pages = [
  ...Array.from({ length: hostileEssays }, (_, index) => `essays/hostile-${index}/`),
  'essays/all/',
  'essays/all/comments/',
];

beforeAll(async () => {
  rmSync(top, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  cpSync('tests/fixtures/drafts/pages', join(content, 'pages'), { recursive: true });
  cpSync('tests/fixtures/site.ts', join(content, 'site.ts'));
  const all = payloads.map(hostile);
  for (let index = 0; index < hostileEssays; index += 1)
    write(`hostile-${index}`, all.slice(index * perEssay, (index + 1) * perEssay));
  write('all', all);
  const deep = Array.from({ length: 8 }, (_, number) =>
    plain(number, { parent: number === 0 ? null : `comment-p${number - 1}` }),
  );
  write('threads', [...deep, plain(20), plain(21)]);
  const build = () =>
    promisify(execFile)(process.execPath, ['src/commands/build.ts'], {
      env: { ...process.env, CI: '', STET_OUT: out, STET_CONTENT: content },
    });
  await build();
  const ledger = readFileSync(join(content, 'essays/threads/anchors.json'), 'utf8');
  const [, block = ''] = /"id":"(\w+)","kind":"paragraph"/.exec(ledger) ?? [];
  for (const number of [20, 21])
    writeComment('threads', plain(number, { block, quote: 'about salt' }), join(content, 'essays'));
  await build();
  site = await siteInBrowser('/', out);
});
afterAll(() => site.close());

const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe('hostile comments in every field', () => {
  it('run nothing, break no policy and nothing out of the page, at 320 px', async () => {
    for (const path of pages) {
      const page = await site.open(path, { viewport: { width: 320, height: 640 } });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(await width(page), path).toBeLessThanOrEqual(0);
      const rels = await page
        .locator('.comments a[href^="http"]')
        .evaluateAll(
          (links, own) =>
            [...links].flatMap((link) =>
              link instanceof HTMLAnchorElement && link.origin !== own ? [link.rel] : [],
            ),
          new URL(site.address).origin,
        );
      expect([...new Set(rels)], path).toEqual(['ugc nofollow noopener']);
      const strange = await page
        .locator('.comments')
        .locator('script, style, iframe, object, embed, form, input, svg, math, img, link, meta, base, h3')
        .count();
      expect(strange, path).toBe(0);
      expect(await page.locator('main > :last-child').count()).toBe(1); // nothing closed the page too early
      expect(await page.locator('.site-foot').count()).toBe(1);
      await page.context().close();
    }
    expect(site.complaints).toEqual([]); // an alert, a refused script or a request elsewhere would stand here
  });

  it('are valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-trailing-whitespace': 'off' },
    });
    const found: string[] = [];
    for (const path of pages) {
      const { results } = await validator.validateFile(join(out, path, 'index.html'));
      for (const { messages } of results)
        found.push(...messages.map((one) => `${path}:${one.line}: ${one.ruleId}: ${one.message}`));
    }
    expect(found).toEqual([]);
  });

  it.each(widths)('have no violation by axe at %i px', async (size) => {
    const most = isThorough ? ['essays/all/', 'essays/all/comments/'] : [];
    for (const path of ['essays/hostile-0/', ...most]) {
      const page = await site.open(path, { viewport: { width: size, height: 800 } });
      expect(await violations(page), path).toEqual([]);
      await page.context().close();
    }
  });
});

describe('threads and counts', () => {
  it.each(widths)('stand in one another, readable, at %i px', async (size) => {
    const page = await site.open('essays/threads/', { viewport: { width: size, height: 800 } });
    expect(await violations(page)).toEqual([]);
    expect(await width(page)).toBeLessThanOrEqual(0);
    const narrowest = await page
      .locator('.comments article > p:not(.by)')
      .evaluateAll((all) => Math.min(...all.map((one) => one.getBoundingClientRect().width)));
    expect(narrowest).toBeGreaterThan(220);
    expect(await page.locator('#comment-p7 .by').innerText()).toContain('in answer to Reader 6');
    await page.context().close();
  });

  it.each(widths)(
    'lead from the number to the first comment and back to the passage, at %i px',
    async (size) => {
      const page = await site.open('essays/threads/', { viewport: { width: size, height: 800 } });
      const number = page.getByRole('link', { name: '2 comments on this paragraph' });
      const box = await number.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
      expect(await number.evaluate((one) => getComputedStyle(one, '::after').content)).toContain('2');
      const text = await page.locator('.prose > p').first().boundingBox();
      const isBeside = (box?.x ?? 0) >= (text?.x ?? 0) + (text?.width ?? 0);
      expect(isBeside).toBe(size === 1280);
      await number.click();
      expect(new URL(page.url()).hash).toBe('#comment-p20');
      await page.locator('#comment-p20 .passage a').click();
      expect(await page.evaluate(() => document.querySelector(':target')?.tagName)).toBe('P');
      expect(await page.getByRole('link', { name: '2 comments on this section' }).count()).toBe(1);
      await page.context().close();
    },
  );

  it('are not copied with the text', async () => {
    const page = await site.open('essays/threads/', { viewport: { width: 1280, height: 800 } });
    const copied = await page
      .locator('.prose > p')
      .first()
      .evaluate((one) => {
        getSelection()?.selectAllChildren(one);
        return String(getSelection());
      });
    expect(copied).toMatch(/steps of the quay\.$/);
    await page.context().close();
  });

  it('end the last section for the contents beside the text', async () => {
    const page = await site.open('essays/threads/', { viewport: { width: 1280, height: 300 } });
    await page.locator('#comments-title').evaluate((one) => one.scrollIntoView());
    await page.waitForTimeout(100);
    expect(await page.locator('.contents [aria-current]').count()).toBe(0);
    await page.context().close();
  });
});

describe('many comments without script', () => {
  it('are folded to a line each, which an address opens, and each line leads to the text', async () => {
    const page = await site.open('essays/all/', { javaScriptEnabled: false });
    const last = page.locator('#comments details li').last();
    expect(await last.isVisible()).toBe(false);
    const id = await last.getAttribute('id');
    await page.goto(`${site.address}essays/all/#${id}`);
    await expect.poll(() => last.isVisible()).toBe(true);
    await last.locator('a').click();
    expect(new URL(page.url()).pathname).toMatch(/essays\/all\/comments\/$/);
    await expect.poll(() => page.locator(`article[id="${id}"] > .by`).isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Back to the essay' }).click();
    expect(new URL(page.url()).pathname).toMatch(/essays\/all\/$/);
    await page.context().close();
  });

  it('are not printed, unless the address leads to them', async () => {
    const page = await site.open('essays/threads/');
    await onPaper(page);
    expect(await page.locator('#comments').isVisible()).toBe(false);
    expect(await page.locator('.comment-count').first().isVisible()).toBe(false);
    await page.goto(`${site.address}essays/threads/#comment-p2`);
    expect(await page.locator('#comment-p2').isVisible()).toBe(true);
    await page.context().close();
  });
});
