import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseComment } from '../../../src/comments/comment-file.ts';
import { readDelivery } from '../../../src/comments/import/read-file.ts';
import { formRequest, mailRequest, pullRequest } from '../../../src/components/comment-request.ts';
import { emptyMailBody, mailAddress, mailSubject } from '../../../src/document/comment-mail.ts';
import { mailOf, newFileOf, type WrittenComment } from '../../../src/elements/comment-ways.ts';
import { webAddress } from '../../../src/elements/web-address.ts';

const folder = mkdtempSync(join(tmpdir(), 'ways-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written: WrittenComment = {
  name: 'Jörg “J.” Müller-O’Neill & Söhne',
  email: 'jorg@example.org',
  website: 'https://example.org/?a=1&b=2#c',
  block: 'p-3f',
  quote: 'a “quoted” word; 100 % & more',
  parent: 'comment-3f9a0c1b2d4e',
  text: 'Größe & Maß: 100 %?\n\n> “quoted” <b>not bold</b>\n\nمرحبا بالعالم + 1 = 2\n\n- a\n- b #c',
};

const texts: [string, string][] = [
  ['umlauts', 'Äpfel, Öl, Übermaß, ẞ'],
  ['Arabic', 'هل هذا صحيح؟ نعم، (تقريباً).'],
  ['Hebrew', 'שלום "עולם" – וגם & כך'],
  ['quotation marks', `"double" 'single' “typographic” «guillemets»`],
  ['signs of addresses', 'a=1&b=2?c#d +e %20 100% /f\\g ;h,i'],
  ['line breaks', 'one\n\ntwo\nthree\n\n> four'],
  ['emoji', '👩‍👩‍👧 fine 🎉'],
];

/** A mail as a program sends it, from a `mailto:` address. */
function mailFrom(address: string): string {
  const { pathname, search } = new URL(address);
  const part = (name: string) => {
    const [, value = ''] = new RegExp(`[?&]${name}=([^&]*)`).exec(search) ?? [];
    return decodeURIComponent(value);
  };
  const subject = Buffer.from(part('subject')).toString('base64');
  return [
    'From: Somebody <somebody@example.net>',
    `To: ${decodeURIComponent(pathname)}`,
    `Subject: =?utf-8?B?${subject}?=`,
    'Date: Sat, 28 Feb 2026 09:30:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(part('body')).toString('base64'),
  ].join('\r\n');
}

async function imported(mail: string) {
  const path = join(folder, 'sent.eml');
  writeFileSync(path, mail);
  const { submissions, skipped } = await readDelivery(path);
  expect(skipped).toEqual([]);
  return submissions[0];
}

describe('a mailto: address', () => {
  it.each(texts)('holds %s', (_, text) => {
    const address = mailAddress('comments@stet.example', text.replaceAll('\n', ' '), text);
    expect(address).toMatch(/^mailto:comments@stet\.example\?subject=[\w%.!~*'()-]*&body=[\w%.!~*'()-]*$/);
    const body = decodeURIComponent(address.replace(/^.*&body=/, ''));
    expect(body).toBe(text.replaceAll('\n', '\r\n'));
  });

  it('keeps what is special in an address before the @', () => {
    expect(mailAddress('a+b?c&d@example.org', 'x')).toBe('mailto:a%2Bb%3Fc%26d@example.org?subject=x');
  });
});

describe('a comment by mail', () => {
  const { action = '' } = mailRequest('comments@stet.example', 'Comment on “A & B”?', 'a-slug').attributes;

  it('comes back from the import with every field, as the form’s script writes it', async () => {
    const { address, to, subject } = mailOf(action, written);
    expect([to, subject]).toEqual(['comments@stet.example', 'Comment on “A & B”? [a-slug#p-3f]']);
    expect(await imported(mailFrom(address ?? ''))).toMatchObject({
      origin: { kind: 'mail' },
      page: { slug: 'a-slug' },
      notes: [],
      name: written.name,
      email: written.email,
      website: written.website,
      block: written.block,
      quote: written.quote,
      parent: written.parent,
      text: written.text,
    });
  });

  it.each(texts)('comes back with %s in its text', async (_, text) => {
    const { address } = mailOf(action, { ...written, text });
    expect((await imported(mailFrom(address ?? '')))?.text).toBe(text);
  });

  it('comes back as a browser without script writes it', async () => {
    const fields = `name=${written.name}\nemail=${written.email}\nwebsite=\ncomment=${written.text}\n`;
    const mail = mailFrom(mailAddress('comments@stet.example', mailSubject('Comment', 'a-slug'), fields));
    expect(await imported(mail)).toMatchObject({
      page: { slug: 'a-slug' },
      name: written.name,
      email: written.email,
      website: null,
      block: null,
      text: written.text,
    });
  });

  it('comes back as Chromium writes it without script, but for & and + in its text', async () => {
    // as it was observed: UTF-8 taken for Latin-1, a line break for `&`, a space for `+`
    const asChromium = (text: string) =>
      Buffer.from(text.replaceAll('&', '\n').replaceAll('+', ' '), 'utf8').toString('latin1');
    const text = 'Größe “10” & mehr\n\nمرحبا + 1';
    const fields = `name=${written.name}\nemail=${written.email}\nwebsite=https://a.example/?b=1&c=2\ncomment=${text}\n`;
    const subject = mailSubject('Comment', 'a-slug');
    for (const told of [
      asChromium(fields),
      new TextDecoder('windows-1252').decode(Buffer.from(asChromium(fields), 'latin1')),
    ])
      expect(await imported(mailFrom(mailAddress('comments@stet.example', subject, told)))).toMatchObject({
        name: written.name,
        email: written.email,
        website: 'https://a.example/?b=1&c=2',
        text: 'Größe “10”\n mehr\n\nمرحبا   1',
      });
  });

  it('comes back when a reader fills in the mail by hand, whose own address counts', async () => {
    const body = `${emptyMailBody.replace('Name: ', 'Name: Jane')}It is so.`;
    const mail = mailFrom(mailAddress('comments@stet.example', mailSubject('Comment', 'a-slug'), body));
    expect(await imported(mail)).toMatchObject({
      name: 'Jane',
      email: 'somebody@example.net',
      website: null,
      text: 'It is so.',
    });
  });

  it('has no address where mail programs would cut it', () => {
    expect(mailOf(action, { ...written, text: 'x'.repeat(1_000) }).address).not.toBeNull();
    const { address, bare, text } = mailOf(action, { ...written, text: 'ü'.repeat(1_000) });
    expect(address).toBeNull();
    expect(bare.length).toBeLessThan(300);
    expect(text).toContain('ü'.repeat(1_000));
  });
});

describe('a comment by pull request', () => {
  const words = { yourName: 'Your name', yourComment: 'Your comment' };
  const repository = 'https://github.com/owner/name';
  const pageOf = (send: Parameters<typeof pullRequest>[0]) => {
    const { attributes, hidden, content } = pullRequest(send, 'a-slug', words);
    const [[field, template] = ['', '']] = Object.entries(hidden);
    return { action: attributes['action'] ?? '', field, content, template };
  };
  const now = new Date('2026-02-28T09:30:00.123Z');

  it.each(texts)('is an approved comment once it is merged, with %s in it', (_, text) => {
    const page = pageOf({ by: 'pull-request', repository, branch: 'main' });
    const { file, address } = newFileOf(page, { ...written, text }, '0123456789ab', now);
    const { origin, pathname, searchParams } = new URL(address ?? '');
    expect([origin, pathname]).toEqual(['https://github.com', '/owner/name/new/main']);
    expect(searchParams.get('filename')).toBe(file);
    expect(file).toBe('content/essays/a-slug/comments/2026-02-28-0123456789ab.md');
    expect(parseComment(file, searchParams.get('value') ?? '')).toEqual({
      id: 'comment-0123456789ab',
      name: written.name,
      website: written.website,
      date: '2026-02-28T09:30:00Z',
      block: written.block,
      quote: written.quote,
      parent: written.parent,
      role: null,
      origin: { kind: 'pull-request', address: null },
      text,
    });
  });

  it('says nowhere what the e-mail address is', () => {
    const page = pageOf({ by: 'pull-request', repository, branch: 'main' });
    expect(newFileOf(page, written, 'a', now).text).not.toContain('jorg@');
  });

  it('without script is a file that a reader completes', () => {
    const { template } = pullRequest({ by: 'pull-request', repository, branch: 'main' }, 'a-slug', words);
    expect(parseComment('2026-02-28-jane.md', template)).toMatchObject({ name: 'Your name', website: null });
  });

  it.each([
    [repository, undefined, 'https://github.com/owner/name/new/a%23b/c', 'filename', 'value'],
    [
      'https://gitlab.com/a/b/c/',
      undefined,
      'https://gitlab.com/a/b/c/-/new/a%23b/c',
      'file_name',
      'content',
    ],
    ['https://codeberg.org/a/b', undefined, 'https://codeberg.org/a/b/_new/a%23b/c', 'filename', 'value'],
    ['https://git.example/a/b', 'gitlab', 'https://git.example/a/b/-/new/a%23b/c', 'file_name', 'content'],
  ] as const)('goes to the page for new files of %s (%s)', (at, forge, action, field, content) => {
    const send = { by: 'pull-request', repository: at, branch: 'a#b/c', ...(forge && { forge }) } as const;
    expect(pageOf(send)).toMatchObject({ action, field, content });
  });

  it('is copied by hand where the address would be too long, or the forge takes no text from it', () => {
    const github = pageOf({ by: 'pull-request', repository, branch: 'main' });
    const long = newFileOf(github, { ...written, text: 'ü'.repeat(1_000) }, 'a', now);
    expect([long.address, long.bare.length < 300]).toEqual([null, true]);
    expect(long.text).toContain('ü'.repeat(1_000));
    // GitHub encodes the address once more while a reader signs in, and loses it from about 7,000 characters
    for (const letter of ['a', 'ü', '語', '\n\nb'])
      for (let length = 10; length < 5_000; length += 90) {
        const { address } = newFileOf(github, { ...written, text: letter.repeat(length) }, 'a', now);
        const signIn = `https://github.com/login?${new URLSearchParams({ return_to: address ?? '' })}`;
        expect(signIn.length).toBeLessThan(7_000);
        if (length < 400) expect(address).not.toBeNull();
      }
    const gitlab = pageOf({ by: 'pull-request', repository: 'https://gitlab.com/a/b', branch: 'main' });
    expect(newFileOf(gitlab, written, 'a', now).address).toBeNull();
  });
});

describe('a form', () => {
  it('has the attributes that Netlify looks for, and the name of the form among its fields', () => {
    const { attributes, hidden } = formRequest(
      { by: 'form', action: '/thanks/', service: 'netlify' },
      'a-slug',
      'https://stet.example/essays/a-slug/',
    );
    expect(attributes).toEqual({
      method: 'post',
      action: '/thanks/',
      name: 'comments',
      'data-netlify': 'true',
      'netlify-honeypot': 'homepage',
    });
    expect(hidden).toEqual({
      'form-name': 'comments',
      essay: 'a-slug',
      back: 'https://stet.example/essays/a-slug/',
    });
  });
});

it.each([
  ['example.org', 'https://example.org'],
  ['http://a.example/?b', 'http://a.example/?b'],
  ['example.org:8080/x', 'https://example.org:8080/x'],
  ['javascript:alert(1)', null],
  ['mailto:a@b.example', null],
  ['https://name:word@a.example', null],
  ['two words', null],
  ['nothing', null],
])('the website %s becomes %s', (typed, address) => {
  expect(webAddress(typed)).toBe(address);
});
