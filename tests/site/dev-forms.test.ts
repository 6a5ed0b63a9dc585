import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { expect, it } from 'vitest';
import { withDevServer } from '../../bench/search/dev-server.ts';

const patient = { timeout: 60_000 };

it('while a site is written, every address of this site to which its pages lead answers: cards, books and every other form, of drafts too', async () => {
  await withDevServer('tests/fixtures/drafts', async ({ address, content }) => {
    const get = (path: string) => fetch(new URL(path, address));
    await expect.poll(async () => (await get('/')).status, patient).toBe(200);
    const asked = new Map<string, number>();
    const types = new Map<string, string>();
    const slugs = readdirSync(join(content, 'essays'));
    for (const page of ['/', ...slugs.map((slug) => `/essays/${slug}/`)])
      for (const path of addressesIn(await (await get(page)).text(), page)) {
        if (asked.has(path)) continue;
        const response = await get(path);
        asked.set(path, response.status);
        types.set(path, response.headers.get('content-type') ?? '');
        const bytes = Buffer.from(await response.arrayBuffer());
        if (path.endsWith('.epub')) expect(bytes.subarray(0, 2).toString(), path).toBe('PK');
        if (path.startsWith('/cards/')) expect(bytes.subarray(1, 4).toString(), path).toBe('PNG');
      }
    expect([...asked].filter(([, status]) => status !== 200)).toEqual([]);
    for (const slug of slugs) {
      expect(types.get(`/books/${slug}.epub`)).toBe('application/epub+zip');
      expect(types.get(`/cards/${slug}.png`)).toBe('image/png');
    }
    expect((await get('/books/none.epub')).status).toBe(404);
    expect((await get('/cards/none.png')).status).toBe(404);
    expect((await get('/essays.epub')).status).toBe(200);
  });
});

it('while a site is written, a recording and its times are served with their types, in parts, and as they are after a change', async () => {
  await withDevServer('tests/fixtures/drafts', async ({ address, content }) => {
    const get = (path: string, headers: Record<string, string> = {}) =>
      fetch(new URL(path, address), { headers });
    const folder = join(content, 'essays/told');
    const times = (second: string) =>
      `WEBVTT\n\none\n00:00.000 --> 00:0${second}.000\nOne\n\ntwo\n00:0${second}.000 --> 00:09.000\nTwo\n`;
    mkdirSync(folder);
    writeFileSync(join(folder, 'reading.vtt'), times('5'));
    writeFileSync(join(folder, 'reading.mp3'), '0123456789');
    writeFileSync(
      join(folder, 'index.mdx'),
      '---\ntitle: Told\ndescription: It is read.\npublished: 2026-01-02\n---\n\n<Audio of="this" src="./reading.mp3" times="./reading.vtt" />\n\n## One\n\nA.\n\n## Two\n\nB.\n',
    );
    const page = async () => await (await get('/essays/told/')).text();
    await expect.poll(page, patient).toContain('reading.mp3#t=5');
    const captions = await get('/essays/told/reading.vtt');
    expect([captions.status, captions.headers.get('content-type')]).toEqual([200, 'text/vtt']);
    const part = await get('/essays/told/reading.mp3', { Range: 'bytes=4-6' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 4-6/10',
      '456',
    ]);
    expect((await get('/essays/told/reading.mp3', { Range: 'bytes=10-' })).status).toBe(416);
    writeFileSync(join(folder, 'reading.vtt'), times('7'));
    await expect.poll(page, patient).toContain('reading.mp3#t=7');
    expect(await (await get('/essays/told/reading.vtt')).text()).toBe(times('7'));
  });
});

it('a page says at once what was changed in the frontmatter and in the headings of its text', async () => {
  await withDevServer('tests/fixtures/drafts', async ({ address, content }) => {
    const file = join(content, 'essays/plain/index.md');
    const write = (title: string, topic: string, heading: string) =>
      writeFileSync(
        file,
        `---\ntitle: ${title}\ndescription: D\npublished: 2026-01-03\ntopics: [${topic}]\n---\n\nA\n\n## ${heading} {#one}\n\nB\n\n## Two\n\nC\n`,
      );
    const get = async (path: string) => (await fetch(new URL(path, address))).text();
    const contents = async () =>
      selectAll('.contents a', fromHtml(await get('/essays/plain/'))).map((link) => textOf(link).trim());
    write('Before', 'Sea', 'First heading');
    await expect.poll(() => get('/essays/plain/'), patient).toContain('<title>Before');
    await expect.poll(contents, patient).toContain('First heading');
    expect(await get('/topics/sea/')).toContain('Before');
    write('After', 'Sea', 'Another heading');
    await expect.poll(() => get('/essays/plain/'), patient).toContain('<title>After');
    expect(await contents()).toContain('Another heading');
    for (const path of ['/topics/sea/', '/essays/plain/cite/', '/'])
      expect(await get(path), path).toContain('After');
  });
});

it('the cards and books of a translation are made when they are asked for, also while it is a draft', async () => {
  await withDevServer('tests/fixtures/drafts', async ({ address, content }) => {
    const get = (path: string) => fetch(new URL(path, address));
    const slug = 'plain';
    const translate = (title: string, draft: boolean) =>
      writeFileSync(
        join(content, 'essays', slug, 'index.de.md'),
        `---\ntitle: ${title}\ndescription: D\npublished: 2026-01-03\ndraft: ${draft}\n---\n\nWorte auf Deutsch.\n`,
      );
    translate('Das Licht', false);
    const page = `/essays/${slug}/de/`;
    await expect.poll(async () => (await get(page)).status, patient).toBe(200);
    const paths = addressesIn(await (await get(page)).text(), page);
    const made = [`/books/${slug}/de.epub`, `/cards/${slug}/de.png`];
    expect(paths).toEqual(expect.arrayContaining(made));
    const bytesOf = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());
    for (const path of new Set(paths)) expect([path, (await get(path)).status]).toEqual([path, 200]);
    const [book = '', card = ''] = made;
    const chapter = (bytes: Buffer) =>
      strFromU8(unzipSync(bytes)[`EPUB/essays/${slug}.de.xhtml`] ?? new Uint8Array());
    expect(chapter(await bytesOf(book))).toContain('Worte auf Deutsch.');
    const before = await bytesOf(card);
    expect(before.subarray(1, 4).toString()).toBe('PNG');

    translate('Ein anderes Licht', true);
    await expect
      .poll(async () => (await (await get(page)).text()).includes('Ein anderes'), patient)
      .toBe(true);
    expect(chapter(await bytesOf(book))).toContain('Ein anderes Licht');
    expect((await bytesOf(card)).equals(before)).toBe(false);
    expect((await get(`/books/${slug}/fr.epub`)).status).toBe(404);
    expect((await get(`/cards/${slug}/fr.png`)).status).toBe(404);
  });
});

/** Paths on this site to which a page leads, by links and by what its head says of other forms. */
function addressesIn(html: string, page: string): string[] {
  const base = 'https://fixture.example';
  return selectAll('a[href], link[rel=alternate][href], meta[property="og:image"]', fromHtml(html)).flatMap(
    ({ properties: { href, content } }) => {
      const url = new URL(String(href ?? content), `${base}${page}`);
      return url.origin === base ? [url.pathname] : [];
    },
  );
}
