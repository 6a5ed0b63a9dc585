import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../../src/comments/clean-text.ts';
import { hasAddress, withoutAddresses } from '../../../src/comments/e-mail-address.ts';
import { essayOf, type KnownEssay } from '../../../src/comments/known-essays.ts';
import { nameWarnings } from '../../../src/comments/look-alike.ts';
import { momentFrom } from '../../../src/comments/moment.ts';
import { submissionFrom } from '../../../src/comments/submission.ts';
import { readBlocklist, suspicions } from '../../../src/comments/suspicion.ts';

describe('names that look alike', () => {
  it.each([
    ['Аda Lovelace', 'mixes letters'],
    ['Ada Lоvelace', 'mixes letters'],
    ['ada lovelace', 'looks like `Ada Lovelace`'],
    ['Ada L0velace', 'looks like `Ada Lovelace`'],
    ['Ada\u200D Lovelace.', 'looks like `Ada Lovelace`'],
    ['𝐀𝐝𝐚 Lovelace', 'looks like `Ada Lovelace`'],
  ])('are told of: %s', (name, warning) => {
    expect(nameWarnings(name, ['Ada Lovelace']).join(' ')).toContain(warning);
  });

  it.each(['Ada Lovelace', 'Ада', 'José', '山田 Taro', 'محمد'])('are not seen in %s', (name) => {
    expect(nameWarnings(name, ['Ada Lovelace'])).toEqual([]);
  });
});

describe('e-mail addresses', () => {
  it.each([
    'a@b.example',
    'mail:a.b+c@mail.example.',
    '<a@b.example>',
    'mailto:a@b.example',
    'a%40b.example',
    'jörg@müller.example',
  ])('are found in %s', (text) => {
    expect(hasAddress(text, '')).toBe(true);
  });

  it.each(['@jane@social.example', 'https://a.example/@jane', 'at 3 @ noon', 'npm i x@1.2.3', 'a@b'])(
    'are not seen in %s',
    (text) => {
      expect(hasAddress(text, '')).toBe(false);
    },
  );

  it('that are the writer’s own go in every form', () => {
    const own = 'ann@local';
    expect(withoutAddresses('ANN@local, @ann@local, ann%40local', own)).not.toMatch(/ann/i);
  });
});

describe('times', () => {
  it.each([
    ['2026-05-01', '2026-05-01'],
    ['2026-05-01T12:00:00+02:00', '2026-05-01T10:00:00Z'],
    ['2026-05-01 12:00:00.123', '2026-05-01T12:00:00Z'],
    ['Fri, 1 May 2026 12:00:00 +0200 (CEST)', '2026-05-01T10:00:00Z'],
    ['1 May 2026 12:00:00', '2026-05-01T12:00:00Z'],
    [1_777_629_600.5, '2026-05-01T10:00:00Z'],
    ['1777629600500', '2026-05-01T10:00:00Z'],
    ['2026-02-30', null],
    ['05/01/2026', null],
    ['0000-00-00 00:00:00', null],
    ['yesterday', null],
    [1e300, null],
  ])('are read in UTC whatever the machine’s zone is: %s', (value, moment) => {
    expect(momentFrom(value)).toBe(moment);
  });
});

describe('text', () => {
  it('is clean after one cleaning', () => {
    const dirty = ' \u0000a\r\nb\u2028c\u202Ed \uD800 \u0065\u0301 \n\n\n\n\t x \u200B\n';
    expect(cleanText(cleanText(dirty))).toBe(cleanText(dirty));
    expect(cleanText(dirty)).toBe(' a\nb\ncd \uFFFD é\n\n\t x');
    expect(cleanLine(dirty)).toBe('a b cd \uFFFD é x');
  });
});

describe('the essay of a page', () => {
  const essay = (slug: string, title: string, formerly: string[] = []): KnownEssay => ({
    slug,
    title,
    formerly,
    authors: [],
    ids: new Set(),
  });
  const essays = [
    essay('tides', 'On tides'),
    essay('moons', 'On moons', ['luna']),
    essay('a', 'Same'),
    essay('b', 'Same'),
  ];

  it.each([
    [{ slug: 'tides' }, 'tides'],
    [{ slug: 'luna' }, 'moons'],
    [{ address: 'https://old.example/2019/tides.html?x=1#y' }, 'tides'],
    [{ address: 'https://old.example/essays/tides/index.html' }, 'tides'],
    [{ address: '/essays/tides/' }, 'tides'],
    [{ title: 'essays/tides/' }, 'tides'],
    [{ title: 'On Tides' }, 'tides'],
    [{ title: 'On tides – My site' }, 'tides'],
    [{ title: 'On tides and moons' }, null],
    [{ title: 'Same' }, null],
    [{ address: 'https://tides/' }, null],
    [{}, null],
  ])('is found by %j', (page, slug) => {
    expect(essayOf({ slug: '', title: '', address: '', thread: '', ...page }, essays)).toBe(slug);
  });
});

describe('suspicions', () => {
  const about = (fields: object, blocklist = '') => {
    const made = submissionFrom({ kind: 'form', key: null, name: 'Jane', text: 'Hello', ...fields });
    if (typeof made === 'string') throw new Error(made);
    return suspicions(made, readBlocklist(blocklist), '2026-06-01T00:00:00Z');
  };

  it.each([
    [{ trap: 'x' }, 'do not see'],
    [{ elapsed: '2.9' }, '2.9 seconds'],
    [{ text: 'http://a http://b www.c http://d' }, '4 links'],
    [{ text: 'x'.repeat(10_001) }, '10001 characters'],
    [{ text: '<a href="https://a.example">x</a>' }, 'HTML or BBCode'],
    [{ name: 'https://a.example' }, 'The name has an address'],
    [{ date: '2026-06-03' }, 'in the future'],
    [{ doubts: ['Disqus held it for spam'] }, 'Disqus held it for spam.'],
    [{ text: 'me@mail.example' }, 'e-mail address'],
    [{ text: 'Cheap ＰＩＬＬＳ!' }, '`pills`'],
  ])('%j', (fields, reason) => {
    expect(about(fields, '# remark\npills\n\n').join(' ')).toContain(reason);
  });

  it('are none for what readers write', () => {
    expect(
      about({ elapsed: '3', text: 'See https://a.example, spills.', date: '2026-06-01' }, 'pills'),
    ).toEqual([]);
  });
});
