import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildTime, siteWithComments } from '../site/site-with-comments.ts';
import { CommentStandIn } from './comment-stand-in.ts';
import { complaintsOf, desk, field, fillIn, form, openForm, send } from './form-on-page.ts';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';
import { slashlessHost } from './slashless-host.ts';

const endpoint = new CommentStandIn();
let site: SiteInBrowser;
let folder: string;
beforeAll(async () => {
  const action = await endpoint.start();
  folder = await siteWithComments('form-with-passage', { send: { by: 'form', action } });
  site = await siteInBrowser('/', folder);
}, buildTime);
afterEach(() => endpoint.reset());
afterAll(async () => {
  await site.close();
  endpoint.close();
});

describe('the passage', () => {
  const blockOf = (page: Page, index: number) =>
    page.evaluate((nth) => document.querySelectorAll('.prose > p[id]')[nth]?.id ?? '', index);

  it('is in the address: shown, sent, and there after a reload and a step back', async () => {
    const page = await site.open(essay, desk);
    const block = await blockOf(page, 3);
    const query = new URLSearchParams({ passage: block, quote: 'a “few” words & more' });
    await page.goto(`${site.address}${essay}?${query}#leave-a-comment`);
    const shown = form(page).locator('.passage blockquote');
    for (const step of ['first', 'reload', 'back']) {
      if (step === 'reload') await page.reload();
      if (step === 'back') {
        await page.goto(`${site.address}about/`);
        await page.goBack();
      }
      expect(await shown.textContent(), step).toBe('a “few” words & more');
      expect(await shown.getByRole('link').getAttribute('href')).toBe(`#${block}`);
    }
    await fillIn(page);
    await send(page).click();
    await page.getByText('Your comment was sent.').waitFor();
    expect(endpoint.received[0]?.fields).toMatchObject({ block, quote: 'a “few” words & more', parent: '' });
    await page.context().close();
  });

  it('can be taken away, and then is neither shown nor sent', async () => {
    const page = await site.open(essay, desk);
    const block = await blockOf(page, 3);
    await page.goto(`${site.address}${essay}?passage=${block}#leave-a-comment`);
    await form(page).getByText('On this passage:').waitFor();
    const words = await page.evaluate((id) => {
      const copy = document.getElementById(id)?.cloneNode(true);
      if (!(copy instanceof HTMLElement)) return '';
      for (const note of copy.querySelectorAll('sup')) note.remove();
      return copy.textContent.replaceAll(/\s+/g, ' ');
    }, block);
    const shown = await form(page).locator('.passage blockquote').textContent();
    expect(shown?.length).toBeLessThan(170);
    expect(words.startsWith((shown ?? '').replace(/ …$/, ''))).toBe(true);
    await form(page).getByRole('button', { name: 'Comment on the whole essay instead' }).click();
    expect(await form(page).locator('.passage').count()).toBe(0);
    expect(page.url()).toBe(`${site.address}${essay}#leave-a-comment`);
    await fillIn(page);
    await send(page).click();
    await page.getByText('Your comment was sent.').waitFor();
    expect(endpoint.received[0]?.fields).toMatchObject({ block: '', quote: '' });
    await page.context().close();
  });

  it.each(['no-such-id', 'text', '"><img src=x onerror=alert(1)>', '%'])(
    'that is no block of the text is left out: %s',
    async (passage) => {
      const page = await site.open(
        `${essay}?${new URLSearchParams({ passage, answer: passage })}#leave-a-comment`,
        desk,
      );
      await form(page).getByRole('button', { name: 'Preview' }).waitFor();
      expect(await form(page).locator('.passage').count()).toBe(0);
      await page.context().close();
    },
  );

  it('keeps its query on a host without slashes', async () => {
    const host = await slashlessHost(folder, '/a/b/', 'dropped');
    const page = await site.browser.newPage();
    await page.goto(host.address + essay);
    const block = await blockOf(page, 2);
    await page.goto(`${host.address}${essay}?passage=${block}&quote=words#leave-a-comment`);
    await form(page).locator('.passage').waitFor();
    expect(page.url()).toBe(`${host.address}${essay}?passage=${block}&quote=words#leave-a-comment`);
    await page.close();
    host.close();
  });

  it('comes from the words that are selected, the paragraph and the heading under the pointer', async () => {
    const page = await site.open(essay, desk);
    const paragraph = page.locator('.prose > p[id]').nth(1);
    const id = await paragraph.getAttribute('id');
    await paragraph.hover();
    await page.locator('paragraph-link').getByRole('link', { name: 'Leave a comment' }).click();
    await form(page).getByText('On this passage:').waitFor();
    expect(new URL(page.url()).searchParams.get('passage')).toBe(id);

    const heading = page.locator('.prose .heading').first();
    await heading.hover();
    await page.locator('paragraph-link[data-heading] a').click();
    expect(await form(page).locator('.passage blockquote').textContent()).toBe(
      await heading.locator('h2').textContent(),
    );

    await field(page, 'Comment').fill('Half a thought');
    await paragraph.evaluate((one) => getSelection()?.setBaseAndExtent(one, 0, one, 1));
    await paragraph.dispatchEvent('pointerup');
    const words = await page.evaluate(() => getSelection()?.toString().trim());
    await page.locator('quote-link').getByRole('link', { name: 'Leave a comment' }).click();
    await form(page).getByText('On these words:').waitFor();
    expect(await form(page).locator('.passage blockquote').textContent()).toBe(words);
    expect(await field(page, 'Comment').inputValue()).toBe('Half a thought');
    await page.goBack();
    await form(page).getByText('On this passage:').waitFor();
    await page.context().close();
  });

  it('is a comment that is answered, if it is on the page', async () => {
    const page = await site.open(essay, desk);
    await page.evaluate(() => {
      const comment = document.createElement('article');
      comment.id = 'comment-3f9a0c1b2d4e';
      const answer = document.createElement('a');
      Object.assign(answer, { href: '?answer=comment-3f9a0c1b2d4e#leave-a-comment', textContent: 'Answer' });
      comment.append('Said before.', answer);
      document.querySelector('comment-form')?.before(comment);
    });
    await openForm(page);
    await page.getByRole('link', { name: 'Answer' }).click();
    await form(page).getByText('An answer to a comment:').waitFor();
    await fillIn(page);
    await send(page).click();
    await page.getByText('Your comment was sent.').waitFor();
    expect(endpoint.received[0]?.fields).toMatchObject({ parent: 'comment-3f9a0c1b2d4e', block: '' });
    await page.context().close();
  });
});

it('brings no violation of the policy and no error, in all that was done above', () => {
  expect(complaintsOf(site)).toEqual([]);
});
