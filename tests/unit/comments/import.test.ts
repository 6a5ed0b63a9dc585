import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDelivery } from '../../../src/comments/import/read-file.ts';
import { endpointDatabase, issoDatabase } from './deliveries.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = (name: string) => join('tests/fixtures/comments', name);
const read = (name: string) => readDelivery(fixture(name));

/** A copy of a fixture in another encoding. */
async function encoded(name: string, encode: (text: string) => Uint8Array) {
  const path = join(folder, `encoded-${name}`);
  writeFileSync(path, encode(readFileSync(fixture(name), 'utf8')));
  return readDelivery(path);
}

describe('every record of a file', () => {
  // counted by hand in the fixtures
  it.each([
    ['disqus.xml', 5, 4],
    ['wordpress.xml', 5, 3],
    ['giscus.json', 5, 3],
    ['utterances-comments.json', 3, 2],
    ['mastodon-context.json', 3, 2],
    ['bluesky.json', 5, 2],
    ['netlify.json', 3, 2],
    ['formspree.json', 2, 2],
    ['form.csv', 3, 2],
    ['form.txt', 3, 2],
    ['plain.eml', 1, 1],
    ['html.eml', 1, 1],
    ['two.mbox', 2, 2],
    ['2026-05-05-yara.md', 1, 1],
  ])('of %s is taken or told of: %i, %i taken', async (name, records, taken) => {
    const { submissions, skipped } = await read(name);
    expect(submissions.length).toBe(taken);
    expect(submissions.length + skipped.length).toBe(records);
    expect(skipped.every(({ record, reason }) => record !== '' && reason !== '')).toBe(true);
  });

  it('has an id that is the same at every reading, and its own', async () => {
    const once = (await read('giscus.json')).submissions.map(({ id }) => id);
    expect((await read('giscus.json')).submissions.map(({ id }) => id)).toEqual(once);
    expect(new Set(once).size).toBe(once.length);
  });
});

describe('threads', () => {
  it.each([
    ['disqus.xml', [null, 0, 'missing', null]],
    ['wordpress.xml', [null, 0, null]],
    ['giscus.json', [null, 0, 0]],
    ['mastodon-context.json', [null, 0]],
    ['bluesky.json', [null, 0]],
  ])('of %s keep their answers', async (name, parents) => {
    const { submissions } = await read(name);
    const ids = submissions.map(({ id }) => id);
    const found = submissions.map(({ parent }) =>
      parent === null ? null : ids.includes(parent) ? ids.indexOf(parent) : 'missing',
    );
    expect(found).toEqual(parents);
  });
});

describe('authors', () => {
  it('whose account is gone are anonymous, and it is noted', async () => {
    const { submissions } = await read('giscus.json');
    expect(submissions[2]).toMatchObject({ name: 'Anonymous', notes: ['no name was given'] });
    expect((await read('disqus.xml')).submissions[2]?.name).toBe('Anonymous');
  });

  it('of the essay are known where the service knows them', async () => {
    expect((await read('giscus.json')).submissions.map(({ role }) => role)).toEqual([null, 'author', null]);
    expect((await read('bluesky.json')).submissions.map(({ role }) => role)).toEqual([null, 'author']);
    const both = join(folder, 'both.json');
    const [status, context] = ['mastodon-status.json', 'mastodon-context.json'].map((name) =>
      readFileSync(fixture(name), 'utf8'),
    );
    writeFileSync(both, `[${status},${context}]`);
    expect((await readDelivery(both)).submissions.map(({ role }) => role)).toEqual([null, 'author']);
  });

  it('cannot be claimed by who sends a file', async () => {
    const { submissions } = await read('2026-05-05-yara.md');
    expect(submissions[0]).toMatchObject({
      role: null,
      origin: { kind: 'pull-request' },
      date: '2026-05-05',
    });
  });
});

describe('text', () => {
  it('in HTML becomes Markdown', async () => {
    const [first] = (await read('disqus.xml')).submissions;
    expect(first?.text).toBe('A **good** one, see [this](https://example.org/x?a=1\\&b=2).\n\nFifty > forty');
    expect((await read('wordpress.xml')).submissions[0]?.text).toBe(
      'First line\\\nsecond line\n\nA *new* paragraph',
    );
    expect((await read('mastodon-context.json')).submissions[0]?.text).toContain(
      '**tides & \\<b>moons\\</b>**',
    );
  });

  it('of Bluesky has its links where their bytes are', async () => {
    expect((await read('bluesky.json')).submissions[0]?.text).toBe(
      'Schön 🌊 see [example.org/…](https://example.org/tides) \\*not emphasis\\*\nnew line',
    );
  });

  it('of a mail has no form lines, no broken lines and no signature', async () => {
    expect((await read('plain.eml')).submissions[0]).toMatchObject({
      name: 'Jörg',
      website: 'https://joerg.example',
      email: 'joerg@mail.example',
      block: 'the-moon',
      parent: 'comment-3f9a0c1b2d4e',
      quote: 'the moon pulls the water up, and the earth turns under it, which is why there are two tides',
      date: '2026-05-01T10:00:00Z',
      text: 'Schön gesagt – und dann diese Zeile, die so lang ist, dass ein Programm sie umbrochen hat.\n\nKurz\nund neu',
      notes: ['the signature was left out'],
    });
    expect((await read('html.eml')).submissions[0]).toMatchObject({
      name: 'Vera',
      text: 'It is “true”, **really**.',
    });
    expect((await read('two.mbox')).submissions[0]?.text).toBe('One\n\nFrom here on');
  });
});

describe('encodings', () => {
  it('are told from what the file holds', async () => {
    const latin = (text: string) => Buffer.from(text.replace('utf-8', 'ISO-8859-1'), 'latin1');
    const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
    const bigEndian = (text: string) => Buffer.from(utf16(text)).swap16();
    for (const encode of [latin, utf16, bigEndian])
      expect((await encoded('disqus.xml', encode)).submissions[0]?.name).toBe('Åsa');
    const quill = (await encoded('form.csv', utf16)).submissions[0];
    expect(quill).toMatchObject({ name: 'Quill; the "Pen"', text: 'Two\nlines' });
    expect((await read('form.txt')).submissions.map(({ text }) => text)).toEqual([
      'Café & more\nnext',
      'Café latin',
    ]);
    const windows = (text: string) => Buffer.from(text.replace('Hello', 'It\x92s caf\xe9'), 'latin1');
    expect((await encoded('form.csv', windows)).submissions[1]?.text).toBe('It’s café');
  });
});

describe('databases', () => {
  const fields = { essay: 'tides', block: '', quote: '', parent: '', website: '', email: 'a@mail.example' };

  it('of the endpoint are read while its server runs, and give what the form’s JSON gives', async () => {
    const path = join(folder, 'endpoint.db');
    const one = { ...fields, name: 'Ann', comment: 'Hello' };
    endpointDatabase(path, [one, { ...one, comment: '' }]);
    const { submissions, skipped } = await readDelivery(path);
    expect([submissions.length, skipped.length]).toEqual([1, 1]);
    writeFileSync(join(folder, 'ann.json'), JSON.stringify(one));
    const [sameOne] = (await readDelivery(join(folder, 'ann.json'))).submissions;
    expect(submissions[0]?.id).toBe(sameOne?.id);
  });

  it('of Isso keep threads and tell of deleted comments', async () => {
    const path = join(folder, 'isso.db');
    const one = { ...fields, name: 'Bea', comment: 'First' };
    issoDatabase(path, [one, { ...one, above: 1, comment: 'Answer' }, { ...one, mode: 4, comment: '' }]);
    const { submissions, skipped } = await readDelivery(path);
    expect(submissions.map(({ parent }) => parent)).toEqual([null, submissions[0]?.id]);
    expect(submissions[0]).toMatchObject({
      date: '2023-11-14T22:13:20Z',
      page: { address: '/essays/tides/' },
    });
    expect(skipped).toEqual([{ record: 'comment 3', reason: 'was deleted at Isso' }]);
  });
});

describe('a file that is something else', () => {
  it.each([
    ['', 'is empty'],
    ['{"a": ', 'is not valid JSON'],
    ['[{"a": 1}]', 'holds no comment'],
    ['<html></html>', 'is XML, but neither'],
    ['just words', 'has no column'],
    ['SQLite format 3\0 damaged', 'cannot be'],
  ])('is told of: %j', async (content, reason) => {
    const path = join(folder, 'other');
    writeFileSync(path, content);
    const { submissions, skipped } = await readDelivery(path);
    expect(submissions).toEqual([]);
    expect(skipped[0]?.reason).toContain(reason);
  });

  it('keeps what stands before an error in the XML, and tells of the error', async () => {
    const cut = await encoded('disqus.xml', (text) =>
      Buffer.from(text.slice(0, text.indexOf('<post dsq:id="3">')).replace('good', 'g\u0001ood &nbsp;')),
    );
    expect(cut.submissions.length).toBe(2);
    expect(cut.skipped.some(({ reason }) => reason.includes('error'))).toBe(true);
  });
});
