import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import { scratchLibrary } from './scratch-library.ts';

const library = scratchLibrary('translations');
const at = (name: string) => join(library.content, 'essays/tides', name);
const record = at('translation.de.json');
const german = (title: string, ...blocks: string[]) =>
  `---\ntitle: ${title}\ndescription: Über das Meer\npublished: 2026-01-03\n---\n\n${blocks.join('\n\n')}\n`;
const english = [
  'The sea rises twice a day, and whoever lives beside it learns the hours.',
  '## The moon',
  'The moon pulls at the water, and the water follows it around the earth.',
  'Nobody sees it from the land.',
];
const deutsch = [
  'Das Meer steigt zweimal am Tag, und wer an ihm wohnt, lernt die Stunden kennen.',
  '## Der Mond',
  'Der Mond zieht am Wasser, und das Wasser folgt ihm rund um die Erde.',
  'Vom Land aus sieht es niemand.',
];
const built = async () => {
  const { code, output } = await library.run('build');
  expect([code, output]).toEqual([0, expect.any(String)]);
  return output;
};
const blocks = (path: string) =>
  selectAll('.prose > p[id], .prose h2', library.page(path)).map((one) => String(one.properties['id']));
const file = (path: string) => readFileSync(join(library.out, path), 'utf8');
const links = (path: string, selector: string) =>
  selectAll(selector, library.page(path)).map(({ properties }) => [
    properties['hrefLang'],
    new URL(String(properties['href']), `https://example.org/${path}`).pathname,
  ]);

beforeAll(() => {
  library.write('tides', ...english);
  library.write('alone', 'An essay in one language.');
  writeFileSync(at('index.de.mdx'), german('Gezeiten', ...deutsch));
  writeFileSync(at('index.ar.md'), german('المد والجزر', 'يرتفع البحر مرتين في اليوم.'));
});

describe('an essay with translations', () => {
  it('is built with its translations, whose blocks have its ids, and keeps their records', async () => {
    const output = await built();
    expect(output).toContain('translation.de.json: new. Commit this file');
    const ids = blocks('essays/tides/index.html');
    expect(ids).toHaveLength(4);
    expect(blocks('essays/tides/de/index.html')).toEqual(ids);
    expect(blocks('essays/tides/ar/index.html')).toEqual(ids.slice(0, 1));
    // what is not translated leads to the block before
    expect(library.ids('essays/tides/ar/index.html')).toEqual(expect.arrayContaining(ids));
    expect(await built()).not.toContain('translation.');
  });

  it('has each version in its own language, with links to all of them', () => {
    const tags = (path: string) =>
      selectAll('html', library.page(path)).map(({ properties: { lang, dir } }) => [lang, dir]);
    expect(tags('essays/tides/de/index.html')).toEqual([['de', 'ltr']]);
    expect(tags('essays/tides/ar/index.html')).toEqual([['ar', 'rtl']]);
    const all = [
      ['en', '/essays/tides/'],
      ['ar', '/essays/tides/ar/'],
      ['de', '/essays/tides/de/'],
    ];
    for (const path of ['essays/tides/index.html', 'essays/tides/de/index.html']) {
      expect(links(path, '.languages a')).toEqual(all);
      expect(selectAll('.languages a', library.page(path)).map(textOf)).toEqual([
        'English',
        'العربية',
        'Deutsch',
      ]);
      expect(links(path, 'link[hreflang]')).toEqual([...all, ['x-default', '/essays/tides/']]);
    }
    expect(selectAll('[aria-current]', library.page('essays/tides/de/index.html')).map(textOf)).toEqual([
      'Deutsch',
    ]);
    expect(links('essays/tides/de/index.html', 'link[rel=canonical]')).toEqual([
      [undefined, '/essays/tides/de/'],
    ]);
    expect(
      textOf(selectAll('h1', library.page('essays/tides/de/index.html'))[0] ?? { type: 'text', value: '' }),
    ).toBe('Gezeiten');
  });

  it('is in the sitemap in each language, and once on every list', () => {
    const sitemap = file('sitemap.xml');
    expect(sitemap).toContain('/essays/tides/de/</loc>');
    expect(sitemap.match(/hreflang="x-default"/g)).toHaveLength(3);
    expect(file('index.html')).not.toContain('Gezeiten');
    expect(file('feed.xml')).not.toContain('Gezeiten');
  });

  it('is also Markdown and plain text in each language, with the same ids', () => {
    const [id] = blocks('essays/tides/index.html');
    expect(file('essays/tides/de/index.md')).toMatch(/^---\ntitle: Gezeiten\n[\s\S]*language: de\n/);
    expect(file('essays/tides/de/index.md')).toContain(String(id));
    expect(file('essays/tides/de/index.txt')).toContain('Das Meer steigt');
    expect(links('essays/tides/de/index.html', 'link[type="text/markdown"]')).toEqual([
      [undefined, '/essays/tides/de/index.md'],
    ]);
  });

  it('adds nothing to the page of an essay in one language', () => {
    expect(file('essays/alone/index.html')).not.toMatch(/hreflang|language-switch|languages|translation/);
  });

  it('marks a paragraph whose original has changed, until the translation is touched', async () => {
    library.edit('tides', 'The moon pulls', 'The sun and the moon pull');
    await built();
    const marks = () =>
      selectAll('.outdated a', library.page('essays/tides/de/index.html')).map((one) => [
        textOf(one),
        new URL(String(one.properties['href']), 'https://example.org/essays/tides/de/').href,
      ]);
    const id = blocks('essays/tides/index.html')[2];
    const mark = [
      'Im Original geändert, seit dies übersetzt wurde',
      `https://example.org/essays/tides/#${id}`,
    ];
    expect(marks()).toEqual([mark]);
    await built();
    expect(marks()).toEqual([mark]);
    writeFileSync(
      at('index.de.mdx'),
      german('Gezeiten', ...deutsch.with(2, 'Sonne und Mond ziehen am Wasser.')),
    );
    await built();
    expect(marks()).toEqual([]);
    expect(blocks('essays/tides/de/index.html')).toEqual(blocks('essays/tides/index.html'));
  });

  it('ends a mark when the translation is confirmed, and says where there is none', async () => {
    library.edit('tides', 'Nobody sees it', 'Hardly anybody sees it');
    await built();
    const marks = () => selectAll('.outdated', library.page('essays/tides/de/index.html')).length;
    expect(marks()).toBe(1);
    const id = blocks('essays/tides/index.html')[3];
    const wrong = await library.anchors('confirm', '/essays/tides/fr/');
    expect([wrong.code, wrong.output]).toEqual([2, expect.stringContaining('/essays/tides/de/')]);
    const other = await library.anchors('confirm', '/essays/tides/de/#other');
    expect([other.code, other.output]).toEqual([2, expect.stringContaining(`#${id}`)]);
    const [first] = blocks('essays/tides/index.html');
    const unmarked = await library.anchors('confirm', `/essays/tides/de/#${first}`);
    expect([unmarked.code, unmarked.output]).toEqual([2, expect.stringMatching(/not marked: its original/)]);
    const { code, output } = await library.anchors('confirm', `/essays/tides/de/#${id}`);
    expect([code, output]).toEqual([0, expect.stringContaining('translation.de.json')]);
    const nothing = await library.anchors('confirm', '/essays/tides/de/');
    expect([nothing.code, nothing.output]).toEqual([2, expect.stringContaining('Nothing is marked')]);
    await built();
    expect(marks()).toBe(0);
  });

  it('leads on from the former address of a translation, to the same paragraph', async () => {
    const id = blocks('essays/tides/index.html')[2];
    renameSync(join(library.content, 'essays/tides'), join(library.content, 'essays/ebb'));
    await built();
    expect(blocks('essays/ebb/de/index.html')[2]).toBe(id);
    expect(links('essays/tides/de/index.html', `[id="${id}"] a`)).toEqual([[undefined, '/essays/ebb/de/']]);
    renameSync(join(library.content, 'essays/ebb'), join(library.content, 'essays/tides'));
    await built();
    expect(links('essays/ebb/de/index.html', 'link[rel=canonical]')).toEqual([
      [undefined, '/essays/tides/de/'],
    ]);
  });

  it('only reads the record in CI, and stops where it is not up to date', async () => {
    writeFileSync(at('index.de.mdx'), german('Gezeiten', ...deutsch.with(2, 'Der Mond zieht am Meer.')));
    const before = readFileSync(record, 'utf8');
    const { code, output } = await library.run('build', [], '1');
    expect([code, output]).toEqual([1, expect.stringMatching(/translation\.de\.json.*\[anchors\/stale\]/)]);
    expect(readFileSync(record, 'utf8')).toBe(before);
    expect((await library.anchors('accept')).output).toContain('translation.de.json');
    expect((await library.run('build', [], '1')).code).toBe(0);
  });

  it('keeps the translations of a draft, and a translation that is one, out of every byte', async () => {
    const draft = german('Marées', 'Un brouillon.').replace('---\n\n', 'draft: true\n---\n\n');
    writeFileSync(at('index.fr.mdx'), draft);
    writeFileSync(join(library.content, 'essays/alone/index.de.mdx'), draft);
    await built();
    expect(existsSync(join(library.out, 'essays/tides/fr'))).toBe(false);
    expect(file('essays/tides/index.html')).not.toContain('Français');
    expect(file('essays/alone/index.html')).not.toMatch(/hreflang|languages/);
    library.write('later', 'Not yet.');
    library.edit('later', 'published: 2026-01-02', 'published: 2026-01-02\ndraft: true');
    writeFileSync(join(library.content, 'essays/later/index.de.mdx'), german('Geheim', 'Noch nicht.'));
    await built();
    expect(existsSync(join(library.out, 'essays/later'))).toBe(false);
  });
});
