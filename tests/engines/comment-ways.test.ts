import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { parseComment } from '../../src/comments/comment-file.ts';
import { CommentStandIn } from '../browser/comment-stand-in.ts';
import { essay } from '../browser/site-in-browser.ts';
import { buildTime } from '../site/site-with-comments.ts';
import { eachEngine } from './each-engine.ts';
import { formInEngine } from './form-in-engine.ts';
import { type Site, served } from './served-comments.ts';
import { withoutScripts } from './without-scripts.ts';

const endpoint = new CommentStandIn();
let byMail: Site;
let byRequest: Site;
beforeAll(async () => {
  const repository = `${new URL(await endpoint.start()).origin}/owner/name`;
  byMail = await served('mail', { send: { by: 'mail', address: 'comments@fixture.example' } });
  const branch = 'main';
  byRequest = await served('request', { send: { by: 'pull-request', repository, branch, forge: 'github' } });
}, buildTime);
afterEach(() => endpoint.reset());
afterAll(() => {
  for (const site of [byMail, byRequest]) site?.close();
  endpoint.close();
});

eachEngine('a comment', (reader) => {
  const { name: engineName, engine, until, read } = reader;
  const { sendButton, written, openForm, unfold, write } = formInEngine(reader);

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
