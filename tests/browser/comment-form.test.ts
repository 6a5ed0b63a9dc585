import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildTime, siteWithComments } from '../site/site-with-comments.ts';
import { violations } from './axe.ts';
import { CommentStandIn } from './comment-stand-in.ts';
import { complaintsOf, desk, field, fillIn, form, openForm, send } from './form-on-page.ts';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

const endpoint = new CommentStandIn();
let site: SiteInBrowser;
beforeAll(async () => {
  const action = await endpoint.start();
  const folder = await siteWithComments('form-in-browser', { send: { by: 'form', action } });
  site = await siteInBrowser('/', folder);
}, buildTime);
afterEach(() => endpoint.reset());
afterAll(async () => {
  await site.close();
  endpoint.close();
});

it('is sent without script, with all that was written', async () => {
  const page = await site.open(essay, { javaScriptEnabled: false });
  await page.locator('comment-form summary').click();
  await fillIn(page, 'Größe & “Maß”\n\n1 + 1');
  await field(page, 'Website').fill('example.org');
  await send(page).click();
  await expect.poll(() => endpoint.received.length).toBe(1);
  expect(endpoint.received[0]?.fields).toEqual({
    essay: 'why-lighthouses-go-dark',
    back: 'https://fixture.example/essays/why-lighthouses-go-dark/',
    name: 'Jane Reader',
    email: 'jane@example.org',
    website: 'example.org',
    homepage: '',
    comment: 'Größe & “Maß”\r\n\r\n1 + 1',
  });
  await page.context().close();
});

it('loads nothing before it is touched, and then its script once', async () => {
  const page = await site.open(essay, desk);
  const loaded = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => /\/comment-form/.test(name)),
    );
  await page.waitForLoadState('networkidle');
  expect(await loaded()).toEqual([]);
  await openForm(page);
  expect(await loaded()).toHaveLength(1);
  await page.context().close();
});

it('has empty fields in the direction of the page', async () => {
  const page = await site.open(essay);
  await openForm(page);
  const directions = await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    const fields = document.querySelectorAll('comment-form :is(label input, textarea)');
    for (let at = fields[0]?.parentElement; at?.parentElement; at = at.parentElement)
      at.removeAttribute('dir');
    return [...fields].map((one) => getComputedStyle(one).direction);
  });
  expect(directions).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
  await page.context().close();
});

describe('what is sent', () => {
  it('once, however often the button is pressed, with a receipt in the form’s place', async () => {
    endpoint.answer = { status: 200, body: { ok: true }, delay: 400 };
    const page = await site.open(essay, desk);
    await openForm(page);
    await fillIn(page);
    await send(page).dblclick();
    await send(page).press('Enter');
    const receipt = page.getByText('Your comment was sent. It appears when the author has read it.');
    await receipt.waitFor();
    expect(endpoint.received).toHaveLength(1);
    const { fields, accept } = endpoint.received[0] ?? {};
    expect(accept).toBe('application/json');
    expect(fields).toMatchObject({ essay: 'why-lighthouses-go-dark', name: 'Jane Reader', homepage: '' });
    expect(fields?.['token']).toMatch(/^[\da-f]{32}$/);
    expect(Number(fields?.['elapsed'])).toBeGreaterThanOrEqual(0);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('receipt');
    expect(await form(page).isVisible()).toBe(false);
    await page.locator('.prose > p[id]').first().hover();
    await page.locator('paragraph-link').getByRole('link', { name: 'Leave a comment' }).click();
    await form(page).getByText('On this passage:').waitFor(); // there is more to say
    await page.reload();
    expect(await field(page, 'Comment').inputValue()).toBe('');
    await page.goto(site.address + essay);
    await openForm(page);
    expect(await field(page, 'Comment').inputValue()).toBe('');
    await page.context().close();
  });

  it('another comment has another token', async () => {
    const page = await site.open(essay, desk);
    await openForm(page);
    for (const text of ['one', 'two']) {
      await fillIn(page, text);
      await send(page).click();
      await page.getByRole('button', { name: 'Write another' }).click();
    }
    expect(endpoint.received.map(({ fields }) => fields['comment'])).toEqual(['one', 'two']);
    expect(new Set(endpoint.received.map(({ fields }) => fields['token'])).size).toBe(2);
    await page.context().close();
  });
});

it('the preview shows the safe subset, as nodes', async () => {
  const page = await site.open(essay, desk);
  await openForm(page);
  await field(page, 'Comment').fill(
    [
      'One *em*, **strong** and `co*de*`\nnew line <img src=x onerror=alert(1)>',
      '> quoted\n> again',
      '- a\n- b https://example.org/x.',
      '1. first\n2. [a link](https://example.org/?a=1&b=2) [none](javascript:alert(1))',
      '```js\n<b>\n\nx\n```',
    ].join('\n\n'),
  );
  await form(page).getByRole('button', { name: 'Preview' }).click();
  const shown = await form(page)
    .locator('.preview')
    .evaluate((one) => one.innerHTML);
  expect(shown).toBe(
    '<p dir="auto">One <em>em</em>, <strong>strong</strong> and <code>co*de*</code><br>new line &lt;img src=x onerror=alert(1)&gt;</p>' +
      '<blockquote><p dir="auto">quoted<br>again</p></blockquote>' +
      '<ul><li dir="auto">a</li><li dir="auto">b <a href="https://example.org/x" rel="ugc nofollow noopener">https://example.org/x</a>.</li></ul>' +
      '<ol><li dir="auto">first</li><li dir="auto"><a href="https://example.org/?a=1&amp;b=2" rel="ugc nofollow noopener">a link</a> [none](javascript:alert(1))</li></ol>' +
      '<pre><code>&lt;b&gt;\n\nx\n</code></pre>',
  );
  await page.context().close();
});

it('is written and sent with the keyboard alone', async () => {
  const page = await site.open(essay, desk);
  await page.locator('comment-form summary').focus();
  await page.keyboard.press('Enter');
  await form(page).getByRole('button', { name: 'Preview' }).waitFor();
  await page.keyboard.press('Tab');
  for (const text of ['Jane', 'jane@example.org', '', 'By keyboard']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Send the comment/);
  await page.keyboard.press('Enter');
  await page.getByText('Your comment was sent.').waitFor();
  expect(endpoint.received[0]?.fields).toMatchObject({ name: 'Jane', comment: 'By keyboard' });
  await page.context().close();
});

describe.each([
  [320, 'light'],
  [1280, 'dark'],
] as const)('at %i pixels, %s', (width, colorScheme) => {
  it('no state breaks a rule of axe or the width, and fields and buttons are large enough', async () => {
    const page = await site.open(essay, { viewport: { width, height: 700 }, colorScheme });
    const check = async (state: string) => {
      // the bar of the contents covers what was scrolled under it, which is no fault of the form
      await page.locator('comment-form').evaluate((form) => form.scrollIntoView());
      expect([state, await violations(page, 'comment-form')]).toEqual([state, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), state).toBe(width);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('comment-form :is(input, textarea, button, summary)')]
          .filter((one) => one.getClientRects().length > 0)
          .filter((one) => one.getBoundingClientRect().height < 44)
          .map((one) => one.outerHTML),
      );
      expect(small, state).toEqual([]);
    };
    await check('closed');
    await openForm(page);
    await check('open');
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll('comment-form :is(input, textarea)')].map((one) =>
        Number.parseFloat(getComputedStyle(one).fontSize),
      ),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16); // below that iOS enlarges the page
    await field(page, 'E-mail').fill('x'.repeat(100));
    await field(page, 'Comment').fill(`${'verylongword'.repeat(40)}\n\n> ${'a'.repeat(300)}`);
    await form(page).getByRole('button', { name: 'Preview' }).click();
    await send(page).click();
    await check('errors and preview');
    const block = await page.evaluate(() => document.querySelector('.prose > p[id]')?.id ?? '');
    await page.goto(`${site.address}${essay}?passage=${block}&quote=${'q'.repeat(400)}#leave-a-comment`);
    await form(page).locator('.passage').waitFor();
    await check('passage');
    await fillIn(page);
    endpoint.answer = { status: 500, body: {} };
    await send(page).click();
    await page.getByText('The site cannot take comments').waitFor();
    await check('refused');
    endpoint.reset();
    await send(page).click();
    await page.getByText('Your comment was sent.').waitFor();
    await check('sent');
    await page.context().close();
  });
});

it('brings no violation of the policy and no error, in all that was done above', () => {
  expect(complaintsOf(site)).toEqual([]);
});
