import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseComment } from '../../src/comments/comment-file.ts';
import { readDelivery } from '../../src/comments/import/read-file.ts';
import { buildTime, giscus, siteWithComments } from '../site/site-with-comments.ts';
import { violations } from './axe.ts';
import { cloudflareHost } from './cloudflare-host.ts';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let mailFolder: string;
let mail: SiteInBrowser;
let forge: SiteInBrowser;
beforeAll(async () => {
  const address = 'comments@fixture.example';
  mailFolder = await siteWithComments('ways-mail', { send: { by: 'mail', address } });
  mail = await siteInBrowser('/', mailFolder);
  const repository = 'https://github.com/owner/name';
  const atForge = await siteWithComments('ways-forge', {
    send: { by: 'pull-request', repository, branch: 'main' },
    giscus,
  });
  forge = await siteInBrowser('/', atForge);
}, buildTime);
afterAll(async () => {
  await mail.close();
  await forge.close();
});

const desk = { viewport: { width: 1280, height: 800 } };
const form = (page: Page) => page.locator('#leave-a-comment');
const field = (page: Page, label: string) => form(page).getByLabel(label);
const text = 'Größe “10” mehr\n\nمرحبا 100 %';

async function openForm(page: Page) {
  await page.locator('comment-form summary').click();
  await form(page).getByRole('button', { name: 'Preview' }).waitFor();
}

/** The next address that a page asks for and that begins so. */
const asked = async (page: Page, start: string) =>
  (await page.waitForEvent('request', (request) => request.url().startsWith(start))).url();

/** What the import makes of the mail that a program would send from an address. */
async function importedFrom(address: string) {
  const { search } = new URL(address);
  const part = (name: string) =>
    decodeURIComponent(new RegExp(`[?&]${name}=([^&]*)`).exec(search)?.[1] ?? '');
  const path = join(tmpdir(), `stet-way-${process.pid}.eml`);
  const head = `From: <someone@example.net>\r\nSubject: =?utf-8?B?${Buffer.from(part('subject')).toString('base64')}?=\r\n`;
  const type = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n';
  writeFileSync(path, head + type + Buffer.from(part('body')).toString('base64'));
  return (await readDelivery(path)).submissions[0];
}

describe('by mail', () => {
  const slug = 'why-lighthouses-go-dark';

  it('without script the browser opens the mail program with what was written, and the import reads it', async () => {
    const page = await mail.open(essay, { javaScriptEnabled: false });
    await page.locator('comment-form summary').click();
    await field(page, 'Name').fill('Jörg & Söhne');
    await field(page, 'E-mail').fill('jorg@example.org');
    await field(page, 'Comment').fill(text);
    const sent = asked(page, 'mailto:');
    await form(page).getByRole('button').click();
    const address = await sent;
    expect(address).toContain('mailto:comments@fixture.example?subject=Comment%20on%20Why');
    expect(await importedFrom(address)).toMatchObject({
      page: { slug },
      name: 'Jörg & Söhne',
      email: 'jorg@example.org',
      text,
    });
    await page.context().close();
  });

  it('without script a link opens it too, and its address can be copied', async () => {
    const page = await mail.open(essay, { javaScriptEnabled: false });
    await page.locator('comment-form summary').click();
    const link = form(page).getByRole('link', { name: 'comments@fixture.example' });
    const sent = asked(page, 'mailto:');
    await link.click();
    expect(decodeURIComponent(await sent)).toMatch(/\[why-lighthouses-go-dark\]&body=Name: \r\nWebsite:/);
    await page.context().close();
  });

  it('with script the mail has every field and the passage, and the text stays on the page', async () => {
    const page = await mail.open(essay, { ...desk, permissions: ['clipboard-read', 'clipboard-write'] });
    const block = await page.evaluate(() => document.querySelector('.prose > p[id]')?.id ?? '');
    await page.goto(`${mail.address}${essay}?passage=${block}&quote=some+words#leave-a-comment`);
    await form(page).locator('.passage').waitFor();
    await field(page, 'Name').fill('Jörg & Söhne');
    await field(page, 'E-mail').fill('jorg@example.org');
    await field(page, 'Website').fill('example.org');
    await field(page, 'Comment').fill(`${text}\n\n1 + 1 & 2`);
    const sent = asked(page, 'mailto:');
    await form(page).getByRole('button', { name: 'Write the mail' }).click();
    expect(await importedFrom(await sent)).toMatchObject({
      page: { slug },
      block,
      quote: 'some words',
      name: 'Jörg & Söhne',
      email: 'jorg@example.org',
      website: 'https://example.org',
      text: `${text}\n\n1 + 1 & 2`,
      notes: [],
    });
    await page.getByText('Your mail program should show the comment now').waitFor();
    await page.getByRole('button', { name: 'Copy the text' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('1 + 1 & 2');
    await page.getByText(`[${slug}#${block}]`).waitFor();
    expect(await violations(page, 'comment-form')).toEqual([]);
    await page.reload();
    await form(page).getByRole('button', { name: 'Preview' }).waitFor();
    expect(await field(page, 'Comment').inputValue()).toContain('1 + 1 & 2');
    await form(page).getByRole('button', { name: 'Write the mail' }).click();
    await page.getByRole('button', { name: 'I have sent it' }).click();
    await page.getByText('Your comment was sent.').waitFor();
    await page.context().close();
  });

  it('a comment that is too long for an address is copied by hand, and nothing is cut', async () => {
    const page = await mail.open(essay, desk);
    const mails: string[] = [];
    page.on('request', (request) => request.url().startsWith('mailto:') && mails.push(request.url()));
    await openForm(page);
    await field(page, 'Name').fill('Jane');
    await field(page, 'E-mail').fill('jane@example.org');
    await field(page, 'Comment').fill('ü'.repeat(2_000));
    await form(page).getByRole('button', { name: 'Write the mail' }).click();
    await page.getByText('The comment is too long to hand it to your mail program.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toContain('ü'.repeat(2_000));
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('ü'.repeat(2_000));
    expect(mails).toEqual([]);
    await page.context().close();
  });

  it.each([true, false])(
    'a host that rewrites addresses leaves these as they are (script: %s)',
    async (script) => {
      const host = await cloudflareHost(mailFolder);
      const context = await mail.browser.newContext({ javaScriptEnabled: script });
      const page = await context.newPage();
      await page.goto(host.address + essay);
      expect(await page.locator('p.elsewhere a').getAttribute('href')).toMatch(/^\/cdn-cgi\//); // it does rewrite
      await page.locator('comment-form summary').click();
      if (script) await form(page).getByRole('button', { name: 'Preview' }).waitFor();
      const link = form(page).getByRole('link', { name: 'comments@fixture.example' });
      expect(await link.getAttribute('href')).toMatch(/^mailto:comments@fixture\.example\?subject=/);
      await field(page, 'Name').fill('Jane');
      await field(page, 'E-mail').fill('jane@example.org');
      await field(page, 'Comment').fill('It is so.');
      const sent = asked(page, 'mailto:');
      await form(page).getByRole('button', { name: 'Write the mail' }).click();
      expect(await importedFrom(await sent)).toMatchObject({
        page: { slug },
        name: 'Jane',
        text: 'It is so.',
      });
      await context.close();
      host.close();
    },
  );
});

describe('by pull request', () => {
  const atForge = async (page: Page) => {
    await page
      .context()
      .route('https://github.com/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>New file</title>' }),
      );
    return page;
  };

  it('without script the forge gets the file that the reader completed', async () => {
    const page = await atForge(await forge.open(essay, { javaScriptEnabled: false }));
    await page.locator('comment-form summary').click();
    const area = field(page, 'Comment');
    const file = (await area.inputValue())
      .replace('Your name', 'Jane')
      .replace(/\n\nYour comment.*/, `\n\n${text}`);
    await area.fill(file);
    const sent = asked(page, 'https://github.com/');
    await form(page).getByRole('button', { name: 'Continue at github.com' }).click();
    const { pathname, searchParams } = new URL(await sent);
    expect(pathname).toBe('/owner/name/new/main');
    expect(searchParams.get('filename')).toMatch(/^content\/essays\/why-lighthouses-go-dark\/comments\//);
    expect(parseComment('2026-02-28-jane.md', searchParams.get('value') ?? '')).toMatchObject({
      name: 'Jane',
      text,
    });
    await page.context().close();
  });

  it('with script the file is made of the fields, and is an approved comment once it is merged', async () => {
    const page = await atForge(await forge.open(essay, desk));
    await openForm(page);
    expect(await field(page, 'Comment').inputValue()).toBe('');
    expect(await form(page).getByLabel('E-mail').count()).toBe(0);
    await field(page, 'Name').fill('Jörg “J.”');
    await field(page, 'Website').fill('example.org');
    await field(page, 'Comment').fill(text);
    expect(await violations(page, 'comment-form')).toEqual([]);
    const sent = asked(page, 'https://github.com/');
    await form(page).getByRole('button', { name: 'Continue at github.com' }).click();
    const { searchParams } = new URL(await sent);
    const file = searchParams.get('filename') ?? '';
    expect(file).toMatch(
      /^content\/essays\/why-lighthouses-go-dark\/comments\/\d{4}-\d\d-\d\d-[\da-f]{12}\.md$/,
    );
    expect(parseComment(file, searchParams.get('value') ?? '')).toMatchObject({
      name: 'Jörg “J.”',
      website: 'https://example.org',
      origin: { kind: 'pull-request' },
      text,
    });
    await page.waitForURL('https://github.com/**');
    await page.goBack();
    await openForm(page).catch(() => {});
    expect(await field(page, 'Comment').inputValue()).toBe(text);
    await page.context().close();
  });
});

describe('the discussion at GitHub', () => {
  it('asks nothing of anyone before the button is pressed, and then shows it in a frame', async () => {
    const page = await forge.open(essay, desk);
    const outside: string[] = [];
    page.on('request', (request) => request.url().startsWith('https:') && outside.push(request.url()));
    await page.context().route('https://giscus.app/**', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<script>parent.postMessage({ giscus: { resizeHeight: 777 } }, "*")</script>',
      }),
    );
    await openForm(page);
    await page.locator('comment-discussion').hover();
    await page.waitForLoadState('networkidle');
    expect(outside).toEqual([]);
    await page.getByRole('button', { name: 'Show the discussion here' }).click();
    const frame = page.locator('comment-discussion iframe');
    await expect.poll(() => frame.getAttribute('height')).toBe('777');
    expect(await frame.getAttribute('title')).toBe('Discussion at GitHub');
    const { searchParams } = new URL(outside[0] ?? '');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      repo: 'owner/name',
      repoId: 'R_1',
      category: 'Comments',
      categoryId: 'DIC_1',
      term: 'why-lighthouses-go-dark',
      origin: `${forge.address}${essay}`,
    });
    await page.context().close();
  });

  it('keeps the session with which GitHub leads back, and takes it out of the address', async () => {
    const page = await forge.open(`${essay}?giscus=a-session`, desk);
    await page.context().route('https://giscus.app/**', (route) => route.fulfill({ body: '' }));
    const sent = asked(page, 'https://giscus.app/');
    await page.getByRole('button', { name: 'Show the discussion here' }).click();
    expect(new URL(await sent).searchParams.get('session')).toBe('a-session');
    expect(page.url()).toBe(forge.address + essay);
    await page.context().close();
  });

  it('without script is a link', async () => {
    const page = await forge.open(essay, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Read it at GitHub' }).waitFor();
    expect(await page.locator('comment-discussion button').isVisible()).toBe(false);
    await page.context().close();
  });
});

it('nothing broke a policy or asked another site by itself', () => {
  const allowed =
    /asks (?:mailto:|https:\/\/(?:github\.com|giscus\.app)\/)|net::ERR|scheme does not have a registered/;
  expect([...mail.complaints, ...forge.complaints].filter((line) => !allowed.test(line))).toEqual([]);
});
