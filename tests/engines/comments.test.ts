import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { CommentStandIn } from '../browser/comment-stand-in.ts';
import { essay } from '../browser/site-in-browser.ts';
import { buildTime } from '../site/site-with-comments.ts';
import { eachEngine } from './each-engine.ts';
import { formInEngine } from './form-in-engine.ts';
import { type Site, served } from './served-comments.ts';
import { withoutScripts } from './without-scripts.ts';

const endpoint = new CommentStandIn();
let site: Site;
beforeAll(async () => {
  const action = await endpoint.start();
  site = await served('form', { send: { by: 'form', action } });
}, buildTime);
afterEach(() => endpoint.reset());
afterAll(() => {
  site?.close();
  endpoint.close();
});

eachEngine('a comment', (reader) => {
  const { engine, until, read } = reader;
  const { sendButton, isReady, written, focused, openEssay, openForm, unfold, write } = formInEngine(reader);

  it('is posted once, with a receipt in the form’s place', async () => {
    await openForm(site);
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
    await openForm(site);
    await write('name', 'Jane');
    await write('email', 'jane@example.org');
    await write('comment', 'So.');
    await engine.click(sendButton);
    await until('document.querySelector(".outcome").textContent.includes("Your text is still here.")');
    expect(await written('comment')).toBe('So.');
  });

  it('says in words what is wrong, beside its field and in a list, and goes to the first', async () => {
    await openForm(site);
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
    await openForm(site);
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
    await openForm(site);
    await write('comment', 'One *em*, <img src=x onerror=alert(1)>');
    await engine.click('#leave-a-comment .actions button[type=button]');
    await until('document.querySelector(".preview em")?.checkVisibility()');
    expect(await read('document.querySelector(".preview").textContent')).toBe(
      'One em, <img src=x onerror=alert(1)>',
    );
    expect(await read('document.querySelectorAll(".preview img").length')).toBe(0);
  });

  it('fits a narrow screen, with fields that no phone enlarges and targets for a thumb', async () => {
    await openForm(site, 320);
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
    await openEssay(site);
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
    const bare = await withoutScripts(site.folder);
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
});
