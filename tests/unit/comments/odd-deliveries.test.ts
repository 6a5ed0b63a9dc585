import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDelivery } from '../../../src/comments/import/read-file.ts';
import { delivered, fields, folder, imported, source } from './delivered.ts';
import { deliveries, endpointDatabase, issoDatabase } from './deliveries.ts';

/** Real exports, in the form that each service gives them. */
const fixtures = [
  ...['bluesky.json', 'disqus.xml', 'form.csv', 'form.txt', 'formspree.json', 'giscus.json', 'html.eml'],
  ...['mastodon-context.json', 'netlify.json', 'plain.eml', 'two.mbox', 'utterances-comments.json'],
  ...['wordpress.xml', '2026-05-05-yara.md'],
];

describe.each(fixtures)('%s', (name) => {
  it.each([
    ['a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, big-endian, without a mark', (text: string) => Buffer.from(text, 'utf16le').swap16()],
    ['line ends of Windows', (text: string) => Buffer.from(text.replaceAll(/\r?\n/g, '\r\n'))],
  ])('gives the same with %s', async (_, encode) => {
    const plain = await delivered(name, source(name));
    const other = await delivered(name, encode(source(name)));
    const told = ({ submissions, skipped }: typeof plain) => [
      submissions.map(({ name, text }) => [name, text]),
      skipped.length,
    ];
    expect(told(other)).toEqual(told(plain));
  });

  it('gives no other comments where it is cut off, and says where', async () => {
    const text = source(name);
    const whole = new Map((await delivered(name, text)).submissions.map((one) => [one.id, one]));
    for (let part = 1; part < 20; part += 1) {
      const { submissions, skipped } = await delivered(
        name,
        text.slice(0, Math.floor((text.length * part) / 20)),
      );
      expect(submissions.length + skipped.length, `${part}/20`).toBeGreaterThan(0);
      for (const { record, reason } of skipped) expect(`${record} ${reason}`).toMatch(/^\S+ .*\S$/s);
      // under an id of the service stands the whole comment, or none: a half one would keep the whole one out
      for (const one of submissions)
        if (/^(?:disqus|wordpress|giscus|utterances|mastodon|bluesky)$/.test(one.origin.kind))
          expect(one.text, `${part}/20`).toBe(whole.get(one.id)?.text);
      if (/\.json$/.test(name)) {
        expect(submissions, `${part}/20`).toEqual([]);
        expect(skipped[0]?.reason).toMatch(
          /^is not valid JSON at line \d+, column \d+, where the file ends$/,
        );
      }
      if (/\.xml$/.test(name) && part > 2)
        expect(skipped.map(({ reason }) => reason).join('\n')).toMatch(/error at \d+:\d+/);
    }
  });

  it('makes one comment of each where it is there twice', async () => {
    const once = await imported({ [name]: source(name) });
    const { reports, waiting } = await imported({ [`a-${name}`]: source(name), [name]: source(name) });
    expect(waiting).toHaveLength(once.waiting.length);
    expect(reports.map(({ added, waiting: again }) => added.length + again)).toEqual(
      Array(2).fill(once.waiting.length),
    );
  });
});

describe('what is nearly empty', () => {
  it.each([
    ['', 'is empty'],
    [' \r\n\t', 'is empty'],
    ['\uFEFF', 'is empty'],
    ['{}', 'holds no comment that is known'],
    ['null', 'has no column `comment`'],
    ['[null, 1, "x"]', 'holds no comment that is known'],
    ['{"comment": null}', 'holds no comment that is known'],
    ['[1, 2', 'is not valid JSON at line 1, column 6, where the file ends'],
    ['[1,\n2 3]', 'is not valid JSON at line 2, column 3'],
    ['['.repeat(200_000), 'is not valid JSON'],
    ['<', 'is XML, but neither'],
    ['<a>'.repeat(100_000), 'is XML, but neither'],
    ['<disqus>', 'has an error at 1:8'],
    ['---', 'There is no frontmatter'],
    ['From: a@b.example\n\n', 'has no text'],
    ['comment=', 'has no text'],
    ['\0\0\0\0', 'has no column `comment`'],
    ['PK\x03\x04 a zip', 'has no column `comment`'],
  ])('is told of: %j', async (content, reason) => {
    const { submissions, skipped } = await delivered('odd', content);
    expect(submissions).toEqual([]);
    expect(skipped.map((one) => one.reason).join('\n')).toContain(reason);
  });

  it.each(['[]', '{"data": []}', '<disqus></disqus>', 'name,comment\n'])(
    'has no records: %j',
    async (content) => {
      expect((await imported({ odd: content })).reports[0]).toMatchObject({ records: 0, skipped: [] });
    },
  );

  it('has the line that cannot be read, where each line is a value', async () => {
    const { submissions, skipped } = await delivered(
      'lines',
      '{"comment":"a"}\n{"comment":\n{"comment":"b"}\n',
    );
    expect(submissions.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(skipped).toEqual([{ record: 'record 2', reason: 'is not valid JSON' }]);
  });

  it('has the line where a table goes wrong', async () => {
    const { submissions, skipped } = await delivered('table', 'name,comment\nAnn,one\nBea,"two\nCem,three\n');
    expect(submissions.map(({ text }) => text)).toEqual(['one']);
    expect(skipped).toEqual([
      {
        record: 'line 4',
        reason: 'ends a row whose quotation mark is not closed; nothing from that mark on was read',
      },
    ]);
  });
});

describe('a date that is none', () => {
  const dates = [
    [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?Z?/g, 'last Tuesday'],
    [/Date: .*/g, 'Date: yesterday'],
    [/^sent: .*/gm, 'sent: soon'],
  ] as const;

  it.each([
    'bluesky.json',
    'disqus.xml',
    'giscus.json',
    'mastodon-context.json',
    'wordpress.xml',
    'utterances-comments.json',
  ])('leaves the comments of %s, without a date and with a note', async (name) => {
    const text = dates.reduce((odd, [from, to]) => odd.replaceAll(from, to), source(name));
    const { submissions } = await delivered(name, text);
    expect(submissions).toHaveLength((await delivered(name, source(name))).submissions.length);
    for (const { date, notes } of submissions) {
      expect(date).toBeNull();
      expect(notes.join('\n')).toContain('the date `last Tuesday` was not understood');
    }
  });

  it.each(['2026-02-31', '0000-00-00 00:00:00', '99999999999999999999', '-5', 'NaN', '2026-13-01T10:00:00Z'])(
    'is not believed: %s',
    async (date) => {
      const [one] = (await delivered('dated.json', JSON.stringify([{ ...fields, date }]))).submissions;
      expect([one?.date, one?.text]).toEqual([null, 'Well said']);
    },
  );
});

describe('a text of two million characters', () => {
  const comment = 'word <b> & "quoted" '.repeat(100_000);
  const files = Object.entries(deliveries({ ...fields, comment })).filter(([name]) => !name.endsWith('.md'));

  it.each(files)(
    'of %s is kept as far as a person can judge it, and that is noted',
    async (name, content) => {
      const { submissions, skipped } = await delivered(name, content);
      expect(submissions.length).toBeGreaterThan(0);
      expect(skipped).toEqual([]);
      for (const { text, notes } of submissions) {
        expect(text.length).toBeLessThanOrEqual(100_000);
        expect(notes.join('\n')).toMatch(/of \d+ characters, the first 100000 were kept/);
      }
    },
    60_000,
  );

  it('of the endpoint and of Isso as well, and a comment’s own file is told of', async () => {
    const [endpoint, isso] = [join(folder, 'large.db'), join(folder, 'large-isso.db')];
    endpointDatabase(endpoint, [{ ...fields, comment }]);
    issoDatabase(isso, [{ ...fields, comment }]);
    for (const path of [endpoint, isso])
      expect((await readDelivery(path)).submissions[0]?.notes.join()).toContain('were kept');
    const own = await delivered('2026-01-01-sent.md', `---\nname: A\norigin: form\n---\n\n${comment}\n`);
    expect(own.skipped[0]?.reason).toMatch(/^line 5: .*too long/);
  });
});

describe('an author who is gone', () => {
  it.each<[string, RegExp, string]>([
    ['giscus.json', /"author": \{[^}]*\}/g, '"author": null'],
    ['disqus.xml', /<author>.*?<\/author>/gs, ''],
    ['wordpress.xml', /<wp:comment_author>.*?<\/wp:comment_author>/gs, ''],
    ['utterances-comments.json', /"user": \{[^}]*\}/g, '"user": null'],
    ['bluesky.json', /"(?:displayName|handle)": "[^"]*"/g, '"x": ""'],
  ])('of %s is anonymous, and that is noted', async (name, from, to) => {
    const { submissions } = await delivered(name, source(name).replaceAll(from, to));
    expect(submissions).toHaveLength((await delivered(name, source(name))).submissions.length);
    for (const one of submissions) {
      expect(one.name).toBe('Anonymous');
      expect(one.notes).toContain('no name was given');
    }
  });
});
