import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildTime, siteWithComments } from '../site/site-with-comments.ts';
import { CommentStandIn } from './comment-stand-in.ts';
import { complaintsOf, desk, field, fillIn, form, openForm, send } from './form-on-page.ts';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

const endpoint = new CommentStandIn();
let site: SiteInBrowser;
beforeAll(async () => {
  const action = await endpoint.start();
  const folder = await siteWithComments('form-with-faults', { send: { by: 'form', action } });
  site = await siteInBrowser('/', folder);
}, buildTime);
afterEach(() => endpoint.reset());
afterAll(async () => {
  await site.close();
  endpoint.close();
});

describe('when it is not taken, the words stay and a sentence says what to do', () => {
  it.each([
    [413, { ok: false, error: 'Too large.' }, 'The comment is too long for this site.'],
    [429, { ok: false, error: 'Too many.' }, 'Wait a few minutes'],
    [503, { ok: false, error: 'Busy.' }, 'The site cannot take comments at the moment.'],
    [403, {}, 'The comment was not accepted (code 403).'],
    [422, { ok: false, error: 'No such host.', field: 'website' }, 'No such host.'],
    [422, { errors: [{ field: 'email', message: 'should be an email' }] }, 'should be an email'],
    [200, { ok: false, error: 'Not today.' }, 'Not today.'],
  ])('%i %o', async (status, body, sentence) => {
    endpoint.answer = { status, body };
    const page = await site.open(essay, desk);
    await openForm(page);
    await fillIn(page);
    await field(page, 'Website').fill('example.org');
    await send(page).click();
    const alert = form(page).getByRole('alert').filter({ hasText: 'Your text is still here.' });
    await alert.waitFor();
    expect(await alert.textContent()).toContain(sentence);
    expect(await field(page, 'Comment').inputValue()).toBe('It *is* so.');
    const named = 'field' in body ? body.field : 'errors' in body ? body.errors?.[0]?.field : undefined;
    if (named) expect(await page.evaluate(() => document.activeElement?.id)).toBe(`leave-a-comment-${named}`);
    endpoint.answer = { status: 200, body: {} };
    await send(page).click();
    await page.getByText('Your comment was sent.').waitFor();
    const [first, second] = endpoint.received.map(({ fields }) => fields['token']);
    expect(second).toBe(first); // the endpoint knows it as the same
    await page.context().close();
  });

  it('offline', async () => {
    const page = await site.open(essay, desk);
    await openForm(page);
    await fillIn(page);
    await page.context().setOffline(true);
    await send(page).click();
    await page.getByText('You are offline.').waitFor();
    expect(await field(page, 'Comment').inputValue()).toBe('It *is* so.');
    await page.context().setOffline(false);
    await send(page).click();
    await page.getByText('Your comment was sent.').waitFor();
    await page.context().close();
  });

  it('no answer in time', async () => {
    endpoint.answer = { status: 200, body: {}, delay: 3_000 };
    const page = await site.open(essay, desk);
    await page.evaluate(() => {
      const timeout = AbortSignal.timeout.bind(AbortSignal);
      AbortSignal.timeout = () => timeout(200);
    });
    await openForm(page);
    await fillIn(page);
    await send(page).click();
    await page.getByText('There was no answer in time.').waitFor();
    await page.context().close();
  });

  it('an endpoint that does not answer the scripts of other sites: the browser can send it by itself', async () => {
    const page = await site.open(essay, desk);
    await page.route('**/comments', async (route) => {
      if (route.request().resourceType() === 'document') return route.continue();
      return route.abort('failed');
    });
    await openForm(page);
    await fillIn(page);
    await send(page).click();
    await page.getByRole('button', { name: 'Send without script' }).click();
    await expect
      .poll(() => endpoint.received.map(({ fields }) => fields['comment']))
      .toEqual(['It *is* so.']);
    await page.context().close();
  });
});

describe('what is wrong', () => {
  it('stands under its field, is tied to it, and has the focus', async () => {
    const page = await site.open(essay, desk);
    await openForm(page);
    await fillIn(page);
    await field(page, 'E-mail').fill('jane');
    await send(page).click();
    const email = field(page, 'E-mail');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('leave-a-comment-email');
    expect(await email.getAttribute('aria-invalid')).toBe('true');
    const described = await email.evaluate((one) => {
      const line = document.getElementById(one.getAttribute('aria-describedby') ?? '');
      const below = line && line.getBoundingClientRect().top >= one.getBoundingClientRect().bottom;
      return [line?.textContent, below];
    });
    expect(described).toEqual(['This is not an e-mail address. It needs the form name@example.org.', true]);
    expect(await page.getByText('need a correction').count()).toBe(0);
    await email.fill('jane@example.org');
    expect(await email.getAttribute('aria-invalid')).toBeNull();
    expect(await email.getAttribute('aria-describedby')).toBeNull();
    expect(endpoint.received).toEqual([]);
    await page.context().close();
  });

  it('is listed where it is more than one thing, each with a link to its field', async () => {
    const page = await site.open(essay, desk);
    await openForm(page);
    await field(page, 'Website').fill('no address');
    await send(page).click();
    const list = form(page).getByRole('alert').filter({ hasText: '4 fields need a correction:' });
    await list.waitFor();
    expect(await list.getByRole('link').allTextContents()).toEqual([
      'Write your name.',
      'Write your e-mail address. It is never published.',
      'This is not a web address. It needs the form https://example.org, or leave it empty.',
      'Write a comment.',
    ]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('leave-a-comment-name');
    await list.getByRole('link', { name: 'Write a comment.' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('leave-a-comment-comment');
    await page.context().close();
  });

  it('is told when a field that was changed is left', async () => {
    const page = await site.open(essay, desk);
    await openForm(page);
    await field(page, 'E-mail').pressSequentially('jane');
    expect(await page.getByText('This is not an e-mail address.').count()).toBe(0);
    await page.keyboard.press('Tab');
    await page.getByText('This is not an e-mail address.').waitFor();
    await page.context().close();
  });
});

describe('what was not sent', () => {
  it('is there after a reload, and after the page ended without a word', async () => {
    const page = await site.open(essay, desk);
    const context = page.context();
    await openForm(page);
    await field(page, 'Comment').pressSequentially('Half a thou');
    await field(page, 'Name').pressSequentially('Jane');
    await page.reload();
    await openForm(page);
    expect(await field(page, 'Comment').inputValue()).toBe('Half a thou');
    await page.getByText('This is your comment from before, which was not sent.').waitFor();
    const session = await context.newCDPSession(page);
    const next = await context.newPage();
    session.send('Page.crash').catch(() => {});
    await next.goto(site.address + essay);
    await openForm(next);
    expect(await field(next, 'Comment').inputValue()).toBe('Half a thou');
    expect(await field(next, 'Name').inputValue()).toBe('Jane');
    await form(next).getByRole('button', { name: 'Discard it' }).click();
    expect(await field(next, 'Comment').inputValue()).toBe('');
    await next.reload();
    await openForm(next);
    expect(await field(next, 'Comment').inputValue()).toBe('');
    await context.close();
  });

  it('stays in the field where nothing can be stored, and can be sent', async () => {
    const context = await site.browser.newContext(desk);
    await context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      Storage.prototype.getItem = () => '{"broken';
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(site.address + essay);
    await openForm(page);
    await fillIn(page);
    await send(page).click();
    await page.getByText('Your comment was sent.').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});

it('brings no violation of the policy and no error, in all that was done above', () => {
  expect(complaintsOf(site)).toEqual([]);
});
