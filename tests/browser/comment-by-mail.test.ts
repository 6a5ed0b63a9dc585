import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTime, siteWithComments } from '../site/site-with-comments.ts';
import { violations } from './axe.ts';
import { cloudflareHost } from './cloudflare-host.ts';
import { desk, field, form, openForm } from './form-on-page.ts';
import { asked, importedFrom } from './sent-comment.ts';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let folder: string;
let site: SiteInBrowser;
beforeAll(async () => {
  const address = 'comments@fixture.example';
  folder = await siteWithComments('ways-mail', { send: { by: 'mail', address } });
  site = await siteInBrowser('/', folder);
}, buildTime);
afterAll(() => site.close());

const text = 'Größe “10” mehr\n\nمرحبا 100 %';

describe('by mail', () => {
  const slug = 'why-lighthouses-go-dark';

  it('without script the browser opens the mail program with what was written, and the import reads it', async () => {
    const page = await site.open(essay, { javaScriptEnabled: false });
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
    const page = await site.open(essay, { javaScriptEnabled: false });
    await page.locator('comment-form summary').click();
    const link = form(page).getByRole('link', { name: 'comments@fixture.example' });
    const sent = asked(page, 'mailto:');
    await link.click();
    expect(decodeURIComponent(await sent)).toMatch(/\[why-lighthouses-go-dark\]&body=Name: \r\nWebsite:/);
    await page.context().close();
  });

  it('with script the mail has every field and the passage, and the text stays on the page', async () => {
    const page = await site.open(essay, { ...desk, permissions: ['clipboard-read', 'clipboard-write'] });
    const block = await page.evaluate(() => document.querySelector('.prose > p[id]')?.id ?? '');
    await page.goto(`${site.address}${essay}?passage=${block}&quote=some+words#leave-a-comment`);
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
    const page = await site.open(essay, desk);
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
      const host = await cloudflareHost(folder);
      const context = await site.browser.newContext({ javaScriptEnabled: script });
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

it('nothing broke a policy or asked another site by itself', () => {
  const allowed = /asks mailto:|net::ERR|scheme does not have a registered/;
  expect(site.complaints.filter((line) => !allowed.test(line))).toEqual([]);
});
