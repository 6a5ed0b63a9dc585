import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDelivery } from '../../../src/comments/import/read-file.ts';
import { formRequest, mailRequest } from '../../../src/components/comment-request.ts';
import { emptyMailBody, mailAddress, mailSubject } from '../../../src/document/comment-mail.ts';
import { mailOf } from '../../../src/elements/comment-ways.ts';
import { webAddress } from '../../../src/elements/web-address.ts';
import { texts, written } from './written-comment.ts';

const folder = mkdtempSync(join(tmpdir(), 'ways-'));
afterAll(() => rmSync(folder, { recursive: true }));

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
