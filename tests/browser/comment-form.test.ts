import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildTime, siteWithComments } from '../site/site-with-comments.ts';
import { violations } from './axe.ts';
import { CommentStandIn } from './comment-stand-in.ts';
import { essay, type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';
import { slashlessHost } from './slashless-host.ts';

const endpoint = new CommentStandIn();
let site: SiteInBrowser;
let folder: string;
beforeAll(async () => {
  const action = await endpoint.start();
  folder = await siteWithComments('form-in-browser', { send: { by: 'form', action } });
  site = await siteInBrowser('/', folder);
}, buildTime);
afterEach(() => endpoint.reset());
afterAll(async () => {
  await site.close();
  endpoint.close();
});

/** Complaints but those that a test brought about: the endpoint is asked, and refuses. */
const complaints = () =>
  site.complaints.filter(
    (line) => !/asks http:\/\/127\.0\.0\.1:\d+\/comments|status of \d|net::ERR/.test(line),
  );

const desk = { viewport: { width: 1280, height: 800 } };
const form = (page: Page) => page.locator('#leave-a-comment');
const field = (page: Page, label: string) => form(page).getByLabel(label);
const send = (page: Page) => form(page).getByRole('button', { name: 'Send the comment' });

async function openForm(page: Page) {
  await page.locator('comment-form summary').click();
  await form(page).getByRole('button', { name: 'Preview' }).waitFor();
}

async function fillIn(page: Page, comment = 'It *is* so.') {
  await field(page, 'Name').fill('Jane Reader');
  await field(page, 'E-mail').fill('jane@example.org');
  await field(page, 'Comment').fill(comment);
}

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
  expect(complaints()).toEqual([]);
});
