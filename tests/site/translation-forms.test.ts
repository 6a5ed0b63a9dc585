import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { beforeAll, expect, it } from 'vitest';
import { scratchLibrary } from './scratch-library.ts';

const library = scratchLibrary('translation-forms');
const at = (name: string, slug = 'tides') => join(library.content, 'essays', slug, name);
const german = `---
title: Gezeiten
description: Über das Meer
published: 2026-01-03
language: DE
topics: [Meer, The sea]
series: { name: Küsten, part: 1 }
aliases: [/gezeiten/]
---

Das Meer steigt zweimal am Tag.[^1] [Das Original](./index.mdx), [ein anderer Essay](../alone/index.pt-BR.mdx#teil).

## Der Mond

![Ein Mond](./moon.png) Der Mond zieht am Wasser, wie [oben](#hier) und in [[alone/pt-BR|einem anderen]] steht.

<span id="hier">Hier.</span>

[^1]: Eine Anmerkung.
`;
const file = (path: string) => readFileSync(join(library.out, path), 'utf8');
const page = () => library.page('essays/tides/de/index.html');
const leads = (selector: string, path = 'essays/tides/de/index.html') =>
  selectAll(selector, library.page(path)).map(({ properties: { href } }) => {
    const { pathname, hash } = new URL(String(href), `https://a.example/${path.replace('index.html', '')}`);
    return pathname + hash;
  });
const meta = (property: string) =>
  String(select(`meta[property="${property}"]`, page())?.properties['content']);
const url = (path: string) => expect.stringMatching(new RegExp(`^https://[^"]+/${path}$`));

beforeAll(async () => {
  library.write('tides', 'The sea rises twice a day.[^1]', '## The moon', 'The moon pulls.', '[^1]: A note.');
  library.edit('tides', 'description', 'topics: [The sea]\ndescription');
  library.write('alone', 'Alone.');
  cpSync('tests/specimen/essays/specimen/waves.png', at('moon.png'));
  writeFileSync(at('index.de.mdx'), german);
  writeFileSync(
    at('index.pt-BR.mdx', 'alone'),
    '---\ntitle: Só\ndescription: D\npublished: 2026-01-03\n---\n\n## Teil {#teil}\n\nSozinho.\n',
  );
  mkdirSync(at('comments'));
  writeFileSync(
    at('comments/2026-01-04-ann.md'),
    '---\nname: Ann\ndate: 2026-01-04T10:00:00Z\norigin: form\n---\n\nWell said.\n',
  );
  const { code, output } = await library.run('build');
  expect([code, output]).toEqual([0, expect.any(String)]);
});

it('leads from one translation to others, however the link is written', () => {
  expect(leads('.prose p > a:not([role])').slice(0, 4)).toEqual([
    '/essays/tides/',
    '/essays/alone/pt-br/#teil',
    '/essays/tides/de/#hier',
    '/essays/alone/pt-br/',
  ]);
});

it('names its topics and its series, with a link to those that have a page', () => {
  expect(textOf(select('.facts', page()) ?? page())).toMatch(/Küsten[\s\S]*Meer, The sea/);
  expect(leads('.facts a')).toEqual(['/topics/the-sea/']);
});

it('has a card of its own, with its title', () => {
  expect(meta('og:image')).toEqual(url('cards/tides/de\\.png'));
  expect(meta('og:image:alt')).toContain('Gezeiten');
  expect(file('cards/tides/de.png')).not.toBe(file('cards/tides.png'));
});

it('is a book of its own, in its language, with the ids of the page', () => {
  expect(leads('.other-forms a')).toEqual([
    '/books/tides/de.epub',
    '/essays/tides/de/index.md',
    '/essays/tides/de/index.txt',
    '/essays/tides/de/cite/',
  ]);
  const book = unzipSync(new Uint8Array(readFileSync(join(library.out, 'books/tides/de.epub'))));
  const entry = (path: string) => Buffer.from(book[`EPUB/${path}`] ?? []).toString('utf8');
  expect(entry('package.opf')).toContain('<dc:language>de</dc:language>');
  const chapter = entry('essays/tides.de.xhtml');
  expect(chapter).toMatch(/<html[^>]* lang="de"/);
  for (const id of library.ledger('tides').anchors.map((one) => one.id))
    expect(chapter).toContain(`id="${id}"`);
  const pictures = [...chapter.matchAll(/<img[^>]* src="\.\.\/([^"]+)"/g)].map(([, path]) => path ?? '');
  expect(pictures).toHaveLength(1);
  expect(entry(pictures[0] ?? '')).not.toBe('');
  expect(chapter).toContain('href="#hier"');
});

it('says to search engines of what it is a translation, and the essay which translations it has', () => {
  const data = (path: string) =>
    JSON.parse(textOf(select('script[type="application/ld+json"]', library.page(path)) ?? page()));
  expect(data('essays/tides/de/index.html')).toMatchObject({
    headline: 'Gezeiten',
    inLanguage: 'de',
    translationOfWork: { '@id': url('essays/tides/'), inLanguage: 'en' },
  });
  expect(data('essays/tides/index.html')).toMatchObject({
    inLanguage: 'en',
    workTranslation: [{ '@id': url('essays/tides/de/'), inLanguage: 'de' }],
  });
  const [graph] = JSON.parse(file('essays/tides/de/index.jsonld'))['@graph'];
  expect(graph).toMatchObject({
    '@id': url('essays/tides/de/'),
    translationOfWork: { '@id': url('essays/tides/') },
  });
});

it('can be cited at its own address, as what it is in its language', () => {
  const [whole] = JSON.parse(file('essays/tides/de/cite.json'));
  expect(whole).toMatchObject({ title: 'Gezeiten', language: 'de', URL: url('essays/tides/de/') });
  expect(textOf(library.page('essays/tides/de/cite/index.html'))).toContain('Gezeiten');
  expect(leads('.cite-page a', 'essays/tides/de/cite/index.html')[0]).toBe('/essays/tides/de/');
});

it('shows where its comments are', () => {
  expect(leads('p.comments a')).toEqual(['/essays/tides/#comments']);
  expect(textOf(select('p.comments', page()) ?? page()).trim()).toBe(
    'Kommentare auf der Seite des Originals',
  );
  expect(file('essays/alone/pt-br/index.html')).not.toContain('class="comments"');
});

it('has previews of its sections, and a page at each of its other addresses', () => {
  expect(file('essays/tides/de/previews.xml')).toContain('Der Mond');
  expect(file('gezeiten/index.html')).toContain('essays/tides/de/');
});
