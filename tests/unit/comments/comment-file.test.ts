import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../../src/comments/clean-text.ts';
import type { Comment } from '../../../src/comments/comment.ts';
import { commentFileName, parseComment } from '../../../src/comments/comment-file.ts';
import { approvedIds, readComments, writeComment } from '../../../src/comments/comment-folder.ts';
import { commentSource } from '../../../src/document/comment-source.ts';

const comment: Comment = {
  id: 'comment-3f9a0c1b2d4e',
  name: 'Jane: "the" pen',
  website: 'https://jane.example/',
  date: '2026-02-28T09:30:00Z',
  block: 'the-moon',
  quote: 'the moon pulls',
  parent: 'comment-0123456789ab',
  role: 'author',
  origin: { kind: 'mastodon', address: 'https://social.example/@jane/1' },
  text: 'First\n\n---\n\nkey: value',
};

const source = `---
name: "Jane: \\"the\\" pen"
website: "https://jane.example/"
date: 2026-02-28T09:30:00Z
block: "the-moon"
quote: "the moon pulls"
parent: comment-0123456789ab
role: author
origin: mastodon
address: "https://social.example/@jane/1"
---

First

---

key: value
`;

const name = '2026-02-28-3f9a0c1b2d4e.md';
const problemsOf = (text: string, file = name) => {
  const read = parseComment(file, text);
  return Array.isArray(read) ? read.map(({ line, message }) => `${line}: ${message}`) : [];
};

describe('the file of a comment', () => {
  it('has its fields in one order, and its id in its name', () => {
    expect(commentSource(comment)).toBe(source);
    expect(commentFileName(comment)).toBe(name);
    expect(parseComment(`content/essays/tides/comments/${name}`, source)).toEqual(comment);
  });

  it('gives back whatever was written', () => {
    const line = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `x${cleanLine(text)}`);
    const text = fc.string({ unit: 'binary', maxLength: 300 }).map((words) => cleanText(`x${words}`));
    fc.assert(
      fc.property(line, line, text, (who, quote, words) => {
        const one = { ...comment, name: cleanLine(who), quote: cleanLine(quote), text: words };
        expect(parseComment(name, commentSource(one))).toEqual(one);
      }),
    );
  });

  it('needs no date where its name has one, and may be written by hand on Windows', () => {
    const read = parseComment(
      '2026-05-05-jane.md',
      '\uFEFF---\r\nname: Jane\r\norigin: pull-request\r\n---\r\nHello\r\n',
    );
    expect(read).toMatchObject({ id: 'comment-jane', date: '2026-05-05', name: 'Jane', text: 'Hello' });
  });

  it.each([
    [
      'an e-mail address',
      source.replace('block:', 'email: jane@mail.example\nblock:'),
      /^5: An e-mail address/,
    ],
    ['a field that is unknown', source.replace('block:', 'blok:'), /^5: .*`blok`.*Did you mean `block`/],
    ['a wrong day', source.replace('2026-02-28T', '2026-02-30T'), /^4: .*`date`/],
    ['an address with a password', source.replace('https://jane', 'https://a:b@jane'), /^3: .*`website`/],
    ['an unknown origin', source.replace('mastodon', 'mastadon'), /^9: .*Did you mean .*mastodon/],
    ['no text', source.slice(0, source.indexOf('First')), /^12: The text of the comment is empty/],
    ['too much text', `${source}${'x'.repeat(10_000)}`, /^12: The text of the comment is too long/],
    ['no frontmatter', 'Hello', /^1: There is no frontmatter/],
    ['broken YAML', source.replace('"the-moon"', '"the-moon'), /^\d+: .*YAML/],
  ])('is told of with its line for %s', (_, text, message) => {
    expect(problemsOf(text)[0]).toMatch(message);
  });

  it('is told of for a name that gives no id', () => {
    for (const file of ['hello.md', '2026-02-30-x.md', '2026-02-28-Jane.md', '2026-02-28-.md'])
      expect(problemsOf(source, file)[0]).toMatch(/^0: The name of a comment’s file/);
  });
});

describe('the comments of an essay', () => {
  let essays = '';
  beforeEach(() => {
    essays = mkdtempSync(join(tmpdir(), 'comment-files-'));
  });
  afterEach(() => rmSync(essays, { recursive: true }));

  it('are written whole and read by date', () => {
    const later = { ...comment, id: 'comment-a', date: '2026-03-01' };
    for (const one of [later, comment, comment]) writeComment('tides', one, essays);
    expect(readdirSync(join(essays, 'tides/comments'))).toEqual([name, '2026-03-01-a.md']);
    expect(readComments('tides', essays)).toEqual({ comments: [comment, later], problems: [] });
    expect(approvedIds('tides', essays)).toEqual(new Set([comment.id, 'comment-a']));
    expect(readComments('no-comments', essays)).toEqual({ comments: [], problems: [] });
  });

  it('with one id twice, or in another encoding, are told of', () => {
    mkdirSync(join(essays, 'tides/comments'), { recursive: true });
    for (const day of ['2026-01-01', '2026-01-02'])
      writeFileSync(join(essays, `tides/comments/${day}-a.md`), source);
    writeFileSync(
      join(essays, 'tides/comments/2026-01-03-b.md'),
      Buffer.from(source.replace('First', 'Fürst'), 'latin1'),
    );
    const { comments, problems } = readComments('tides', essays);
    expect(comments.length).toBe(1);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('Two comments have the id `comment-a`'),
      expect.stringContaining('not UTF-8'),
    ]);
  });
});
