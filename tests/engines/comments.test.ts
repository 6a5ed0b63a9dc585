import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/commands/serve.ts';
import { parseComment } from '../../src/comments/comment-file.ts';
import type { SiteConfiguration } from '../../src/document/configuration.ts';
import { CommentStandIn } from '../browser/comment-stand-in.ts';
import { essay } from '../browser/site-in-browser.ts';
import { buildTime, siteWithComments } from '../site/site-with-comments.ts';
import { chromium } from './chromium.ts';
import type { Engine } from './engine.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';
import { withoutScripts } from './without-scripts.ts';

interface Site {
  address: string;
  folder: string;
  close(): void;
}

const endpoint = new CommentStandIn();
let byForm: Site;
let byMail: Site;
let byRequest: Site;
beforeAll(async () => {
  const action = await endpoint.start();
  const repository = `${new URL(action).origin}/owner/name`;
  byForm = await served('form', { send: { by: 'form', action } });
  byMail = await served('mail', { send: { by: 'mail', address: 'comments@fixture.example' } });
  const branch = 'main';
  byRequest = await served('request', { send: { by: 'pull-request', repository, branch, forge: 'github' } });
}, buildTime);
afterEach(() => endpoint.reset());
afterAll(() => {
  for (const site of [byForm, byMail, byRequest]) site?.close();
  endpoint.close();
});

async function served(name: string, comments: SiteConfiguration['comments']): Promise<Site> {
  const folder = await siteWithComments(`engines-${name}`, comments);
  const { address, server } = await serve(folder, '/', 20_000 + (process.pid % 20_000));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address, folder, close };
}

describe.each([chromium, firefox, webkit])('a comment with $name', ({ name: engineName, missing, start }) => {
  if (missing !== null) {
    it.skip(`was not tried: install ${missing}`, () => {});
    return;
  }
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine?.close());

  const field = (name: string) => `#leave-a-comment-${name}`;
  const sendButton = '#leave-a-comment button[type=submit]';
  /** Waits until an expression is true in the page. */
  const until = (expression: string) =>
    expect.poll(() => engine.run(`return Boolean(${expression})`), { message: expression }).toBe(true);
  const read = (expression: string) => engine.run(`return ${expression}`);
  const written = (name: string) => read(`document.querySelector('${field(name)}').value`);
  const isReady =
    'document.querySelector("#leave-a-comment .actions button[type=button]")?.checkVisibility()';
  const focused = () => read('document.activeElement.id');

  /** Opens the essay as a reader who was never here. */
  async function openEssay(site: Site, width = 1280): Promise<void> {
    await engine.resize(width, 800);
    await engine.open(`${site.address}about/`);
    await engine.run('localStorage.clear(); sessionStorage.clear()');
    await engine.open(site.address + essay);
    await until('document.readyState === "complete"');
  }
  async function openForm(site: Site, width?: number): Promise<void> {
    await openEssay(site, width);
    await unfold();
  }
  async function unfold(): Promise<void> {
    await until('document.readyState === "complete"');
    await engine.run('document.querySelector("comment-form").scrollIntoView({ block: "center" })');
    await engine.click('comment-form summary');
    await until(isReady);
  }
  async function write(name: string, text: string): Promise<void> {
    await engine.click(field(name));
    await engine.press(...text);
  }

  it('is posted once, with a receipt in the form’s place', async () => {
    await openForm(byForm);
    await write('name', 'Jane Reader');
    await write('email', 'jane@example.org');
    await write('comment', 'It *is* so.');
    await engine.click(sendButton);
    await until('document.activeElement.className === "receipt"');
    expect(await read('document.activeElement.textContent')).toContain('Your comment was sent.');
    expect(endpoint.received.map(({ fields }) => fields)).toMatchObject([
      { essay: 'why-lighthouses-go-dark', name: 'Jane Reader', email: 'jane@example.org', homepage: '' },
    ]);
    expect(endpoint.received[0]?.fields['comment']).toBe('It *is* so.');
  });

  it('is kept, with a sentence, where it is not taken', async () => {
    endpoint.answer = { status: 503, body: { ok: false, error: 'Busy.' } };
    await openForm(byForm);
    await write('name', 'Jane');
    await write('email', 'jane@example.org');
    await write('comment', 'So.');
    await engine.click(sendButton);
    await until('document.querySelector(".outcome").textContent.includes("Your text is still here.")');
    expect(await written('comment')).toBe('So.');
  });

  it('says in words what is wrong, beside its field and in a list, and goes to the first', async () => {
    await openForm(byForm);
    await engine.click(sendButton);
    await until('document.querySelector("[role=alert] ul")');
    expect(await focused()).toBe('leave-a-comment-name');
    expect(await read('[...document.querySelectorAll("#leave-a-comment .errors li")].length')).toBe(3);
    expect(
      await read(
        'document.getElementById(document.activeElement.getAttribute("aria-describedby")).textContent',
      ),
    ).toBe('Write your name.');
    await write('email', 'jane');
    await engine.press('Tab');
    await until(
      'document.querySelector("#leave-a-comment-email-problem").textContent.includes("name@example.org")',
    );
    expect(endpoint.received).toEqual([]);
  });

  it('that was not sent is there after a reload, and can be discarded', async () => {
    await openForm(byForm);
    await write('comment', 'Half a thou');
    await engine.run('location.reload()');
    await until('!document.querySelector("comment-form details").open');
    await unfold();
    expect(await written('comment')).toBe('Half a thou');
    expect(await read('document.querySelector(".notice").textContent')).toContain('which was not sent');
    await engine.click('.notice button');
    expect(await written('comment')).toBe('');
    expect(await focused()).toBe('leave-a-comment-name');
  });

  it('is shown before it is sent, with nothing in it run', async () => {
    await openForm(byForm);
    await write('comment', 'One *em*, <img src=x onerror=alert(1)>');
    await engine.click('#leave-a-comment .actions button[type=button]');
    await until('document.querySelector(".preview em")?.checkVisibility()');
    expect(await read('document.querySelector(".preview").textContent')).toBe(
      'One em, <img src=x onerror=alert(1)>',
    );
    expect(await read('document.querySelectorAll(".preview img").length')).toBe(0);
  });

  it('fits a narrow screen, with fields that no phone enlarges and targets for a thumb', async () => {
    await openForm(byForm, 320);
    await engine.click(sendButton);
    await until('document.querySelector("[role=alert] ul")');
    await write('comment', 'a'.repeat(60));
    await engine.click('#leave-a-comment .actions button[type=button]');
    await until('document.querySelector(".preview p")?.checkVisibility()');
    expect(await read('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    const unseen = '[...document.querySelectorAll("comment-form :is([type=hidden], [hidden])")]';
    expect(await read(`${unseen}.map((one) => one.getClientRects().length)`)).toEqual([0, 0, 0]);
    const small = `[...document.querySelectorAll('comment-form :is(input, textarea, button, summary)')]
      .filter((one) => one.getClientRects().length > 0)
      .filter((one) => one.getBoundingClientRect().height < 44)
      .map((one) => one.outerHTML)`;
    expect(await read(small)).toEqual([]);
    const sizes =
      '[...document.querySelectorAll("comment-form :is(input, textarea)")].map((one) => parseFloat(getComputedStyle(one).fontSize))';
    expect(await read(`Math.min(...${sizes})`)).toBeGreaterThanOrEqual(16);
  });

  it('is written and sent with the keyboard alone', async () => {
    await openEssay(byForm);
    await engine.run('document.querySelector("comment-form summary").focus()');
    await engine.press('Enter');
    await until(isReady);
    for (const [name, text] of [
      ['name', 'Jane'],
      ['email', 'jane@example.org'],
      ['website', ''],
      ['comment', 'By keyboard'],
    ] as const) {
      await engine.press('Tab');
      await expect.poll(focused).toBe(`leave-a-comment-${name}`);
      await engine.press(...text);
    }
    await engine.press('Tab');
    expect(await read('document.activeElement.textContent')).toContain('Send the comment');
    await engine.press('Enter');
    await until('document.activeElement.className === "receipt"');
    expect(endpoint.received[0]?.fields).toMatchObject({ name: 'Jane', comment: 'By keyboard' });
  });

  it('is posted without scripts', async () => {
    const bare = await withoutScripts(byForm.folder);
    try {
      await engine.resize(320, 800);
      await engine.open(bare.address + essay);
      await engine.run('document.querySelector("comment-form").scrollIntoView({ block: "center" })');
      await engine.click('comment-form summary');
      expect(await read('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      for (const [name, text] of [
        ['name', 'Jane'],
        ['email', 'jane@example.org'],
        ['comment', '1 + 1 & 2'],
      ] as const) {
        await engine.click(`#leave-a-comment [name=${name}]`);
        await engine.press(...text);
      }
      await engine.click('#leave-a-comment button');
      await expect.poll(() => endpoint.received.length).toBe(1);
      expect(endpoint.received[0]?.fields).toMatchObject({ name: 'Jane', comment: '1 + 1 & 2' });
    } finally {
      bare.close();
    }
  });

  it('by pull request is a file that the forge gets, also without scripts', async () => {
    await openForm(byRequest);
    await write('name', 'Jane');
    await write('comment', 'It is so.');
    await engine.click(sendButton);
    const asked = () => endpoint.asked.find((path) => path.startsWith('/owner/name/new/main?'));
    await expect.poll(asked).toBeDefined();
    const { searchParams } = new URL(asked() ?? '', byRequest.address);
    const file = searchParams.get('filename') ?? '';
    expect(file).toMatch(
      /^content\/essays\/why-lighthouses-go-dark\/comments\/\d{4}-\d\d-\d\d-[\da-f]{12}\.md$/,
    );
    expect(parseComment(file, searchParams.get('value') ?? '')).toMatchObject({
      name: 'Jane',
      text: 'It is so.',
    });

    endpoint.reset();
    const bare = await withoutScripts(byRequest.folder);
    try {
      await engine.open(bare.address + essay);
      await engine.run('document.querySelector("comment-form").scrollIntoView({ block: "center" })');
      await engine.click('comment-form summary');
      await engine.click('#leave-a-comment textarea');
      await engine.run(
        'const area = document.querySelector("#leave-a-comment textarea"); area.setSelectionRange(area.value.length, area.value.length)',
      );
      await engine.press(...' So it is.');
      await engine.click('#leave-a-comment button');
      await expect.poll(asked).toBeDefined();
      const sent = new URL(asked() ?? '', bare.address).searchParams.get('value') ?? '';
      expect(parseComment('2026-02-28-jane.md', sent)).toMatchObject({
        text: expect.stringMatching(/ So it is\.$/),
      });
    } finally {
      bare.close();
    }
  });

  it('by mail: the text stays, for copying, and the address has all of it', async () => {
    await openForm(byMail);
    await write('name', 'Jane');
    await write('email', 'jane@example.org');
    await write('comment', '1 + 1 & 2');
    // a browser without a mail program shows an error in place of the page
    await engine.run(`new MutationObserver(() => {
      const shown = document.querySelector('.by-hand');
      if (shown) localStorage.setItem('shown', JSON.stringify([shown.querySelector('a').href, shown.querySelector('textarea').value]));
    }).observe(document.querySelector('#leave-a-comment'), { subtree: true, childList: true })`);
    await engine.click(sendButton);
    await engine.open(byMail.address + essay);
    await unfold();
    expect(await written('comment')).toBe('1 + 1 & 2');
    const [address = '', text] = JSON.parse(String(await read('localStorage.getItem("shown")')));
    expect(text).toContain('1 + 1 & 2');
    const { pathname, search } = new URL(address);
    expect(pathname).toBe('comments@fixture.example');
    expect(decodeURIComponent(search)).toContain('[why-lighthouses-go-dark]&body=Name: Jane');
    expect(decodeURIComponent(search)).toContain('1 + 1 & 2');
  });

  it(`by mail, without scripts, is a form and a link that ${engineName} can hand over`, async () => {
    const bare = await withoutScripts(byMail.folder);
    try {
      await engine.open(bare.address + essay);
      await engine.click('comment-form summary');
      expect(await read('document.querySelector("#leave-a-comment").action')).toMatch(/^mailto:comments@/);
      expect(await read('document.querySelector("#leave-a-comment").enctype')).toBe('text/plain');
      await until('document.querySelector("#leave-a-comment a[href^=mailto]").checkVisibility()');
    } finally {
      bare.close();
    }
  });
});
