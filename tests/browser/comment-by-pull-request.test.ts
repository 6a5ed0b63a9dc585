import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseComment } from '../../src/comments/comment-file.ts';
import { buildTime, giscus, siteWithComments } from '../site/site-with-comments.ts';
import { violations } from './axe.ts';
import { desk, field, form, openForm } from './form-on-page.ts';
import { asked } from './sent-comment.ts';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
beforeAll(async () => {
  const repository = 'https://github.com/owner/name';
  const folder = await siteWithComments('ways-forge', {
    send: { by: 'pull-request', repository, branch: 'main' },
    giscus,
  });
  site = await siteInBrowser('/', folder);
}, buildTime);
afterAll(() => site.close());

const text = 'Größe “10” mehr\n\nمرحبا 100 %';

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
    const page = await atForge(await site.open(essay, { javaScriptEnabled: false }));
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
    const page = await atForge(await site.open(essay, desk));
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
    const page = await site.open(essay, desk);
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
      origin: `${site.address}${essay}`,
    });
    await page.context().close();
  });

  it('keeps the session with which GitHub leads back, and takes it out of the address', async () => {
    const page = await site.open(`${essay}?giscus=a-session`, desk);
    await page.context().route('https://giscus.app/**', (route) => route.fulfill({ body: '' }));
    const sent = asked(page, 'https://giscus.app/');
    await page.getByRole('button', { name: 'Show the discussion here' }).click();
    expect(new URL(await sent).searchParams.get('session')).toBe('a-session');
    expect(page.url()).toBe(site.address + essay);
    await page.context().close();
  });

  it('without script is a link', async () => {
    const page = await site.open(essay, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Read it at GitHub' }).waitFor();
    expect(await page.locator('comment-discussion button').isVisible()).toBe(false);
    await page.context().close();
  });
});

it('nothing broke a policy or asked another site by itself', () => {
  const allowed = /asks https:\/\/(?:github\.com|giscus\.app)\/|net::ERR/;
  expect(site.complaints.filter((line) => !allowed.test(line))).toEqual([]);
});
