import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
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
}, 240_000);

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
}, 240_000);

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
