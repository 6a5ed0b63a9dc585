import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCache } from '../../../src/cache/cache.ts';
import { siteBooks } from '../../../src/library/site-books.ts';
import { siteCards } from '../../../src/library/site-cards.ts';
import { bookFonts } from '../../../src/publish/book-fonts.ts';
import { site } from '../../../src/site.ts';
import { essayIn, essayOf } from '../library/essay-of.ts';

const hard = `
Text\u0008 & <b>more</b>.[^1] [Figure](../specimen/#fig-line), [essay](/essays/japanese/), [page](/essays/japanese/#comments),
[own](/essays/hard/#digits), [top](#top), [note](../specimen/#fn-first), [site](/about/).

## Digits

<ol reversed>
<li>two</li>
<li>one</li>
</ol>

- [x] done

$$
\\begin{matrix} a & b \\\\ c & d \\end{matrix} \\quad \\binom{n}{k} \\begin{cases} 1 & x \\\\ 2 & y \\end{cases} \\xrightarrow{f} \\overbrace{z}^{n} \\cancel{c} \\color{red}{x} \\hat{a} \\boxed{b}
$$

[^1]: Note & more.
`;

const folder = mkdtempSync(join(tmpdir(), 'stet-books-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function booksIn(cacheFolder: string): Promise<Map<string, Uint8Array>> {
  const specimen = 'tests/specimen/essays';
  const essays = await Promise.all([
    essayIn('specimen', `${specimen}/specimen/index.mdx`),
    essayIn('japanese', `${specimen}/japanese/index.md`),
    essayIn('right-to-left', `${specimen}/right-to-left/index.md`),
    essayOf('hard', hard, { path: `${specimen}/specimen/hard.md`, title: 'Hard & <b> "quoted"' }),
  ]);
  const cache = openCache(join(folder, cacheFolder));
  const cards = siteCards(cache, site.name, site.language);
  await cards.draw(essays, new AbortController().signal);
  const files = await siteBooks(essays, [], { cache, site, cards, fonts: bookFonts });
  return new Map(files.map(({ path, content }) => [path, content]));
}

let books: Map<string, Uint8Array>;
beforeAll(async () => {
  books = await booksIn('first');
});

const filesOf = (path: string) => unzipSync(books.get(path) ?? new Uint8Array());
const textIn = (book: string, path: string) => Buffer.from(filesOf(book)[path] ?? []).toString('utf8');
const treeIn = (book: string, slug: string): Root => fromHtml(textIn(book, `EPUB/essays/${slug}.xhtml`));
const idsIn = (tree: Root) => selectAll('[id]', tree).map(({ properties }) => String(properties['id']));
const hrefOf = (tree: Root, name: string) =>
  selectAll('a', tree).find((link) => textOf(link) === name)?.properties['href'];

describe('books', () => {
  it('are one for each essay and one of all, the same bytes each time', async () => {
    expect([...books.keys()]).toEqual([
      'books/specimen.epub',
      'books/japanese.epub',
      'books/right-to-left.epub',
      'books/hard.epub',
      'essays.epub',
    ]);
    const [again, cached] = [await booksIn('second'), await booksIn('first')];
    for (const [path, content] of books)
      for (const other of [again, cached]) expect([path, other.get(path)]).toEqual([path, content]);
  });

  it('begin with their type, as it is', () => {
    for (const content of books.values())
      expect(Buffer.from(content.subarray(30, 58)).toString()).toBe('mimetypeapplication/epub+zip');
  });

  it('are well-formed XML, whatever stands in an essay', () => {
    for (const book of books.keys())
      for (const [path, content] of Object.entries(filesOf(book)).filter(([name]) =>
        /xhtml|xml|opf/.test(name),
      )) {
        const parser = new SaxesParser({ xmlns: true, fileName: `${book}/${path}` });
        parser.on('error', (error) => {
          throw error;
        });
        parser.write(Buffer.from(content).toString('utf8')).close();
      }
  });

  it('list every file, and no other', () => {
    for (const book of books.keys()) {
      const items = [...textIn(book, 'EPUB/package.opf').matchAll(/<item [^>]*href="([^"]*)"/g)];
      const listed = items.map((match) => `EPUB/${match[1]}`);
      const held = Object.keys(filesOf(book)).filter((path) => path.startsWith('EPUB/'));
      expect(listed.sort()).toEqual(held.filter((path) => path !== 'EPUB/package.opf').sort());
    }
  });

  it('lead to each section by the id of its page', () => {
    for (const book of books.keys()) {
      const nav = fromHtml(textIn(book, 'EPUB/nav.xhtml'));
      const targets = selectAll('a', nav).map(({ properties }) => String(properties['href']));
      for (const target of targets.filter((one) => one.includes('.xhtml#'))) {
        const [path, id = ''] = target.split('#');
        expect(idsIn(fromHtml(textIn(book, `EPUB/${path}`)))).toContain(decodeURIComponent(id));
      }
      expect(targets.length).toBeGreaterThan(4);
    }
  });
});

describe('notes in books', () => {
  it('are items of a list, seen by every reader, which mark and note link to each other', () => {
    const tree = treeIn('books/specimen.epub', 'specimen');
    const marks = selectAll('a[epub\\:type="noteref"]', tree);
    expect(marks.length).toBeGreaterThan(3);
    for (const mark of marks) {
      const id = decodeURIComponent(String(mark.properties['href']).slice(1));
      const note = selectAll('li', tree).find(({ properties }) => properties['id'] === id);
      expect(note?.properties['epub:type']).toBe('endnote');
      const back = select('[role="doc-backlink"]', note ?? tree)?.properties['href'];
      expect(idsIn(tree)).toContain(decodeURIComponent(String(back).slice(1)));
    }
    expect(select('aside[epub\\:type]', tree)).toBe(undefined);
  });

  it('have ids of their own in the book of all essays, and those of the page in that of one', () => {
    const slugs = ['specimen', 'japanese', 'right-to-left', 'hard'];
    const noteIds = slugs.flatMap((slug) =>
      idsIn(treeIn('essays.epub', slug)).filter((id) => id.startsWith('fn')),
    );
    expect(noteIds.length).toBeGreaterThan(10);
    expect(new Set(noteIds).size).toBe(noteIds.length);
    expect(idsIn(treeIn('books/japanese.epub', 'japanese'))).toContain('fn-1');
  });
});

describe('links in books', () => {
  it('stay inside where the book has what they lead to', () => {
    const all = treeIn('essays.epub', 'hard');
    expect(hrefOf(all, 'Figure')).toBe('specimen.xhtml#fig-line');
    expect(hrefOf(all, 'essay')).toBe('japanese.xhtml');
    expect(hrefOf(all, 'note')).toBe('specimen.xhtml#fn-first.specimen');
    expect(hrefOf(all, 'own')).toBe('hard.xhtml#digits');
  });

  it('lead to the site from everywhere else', () => {
    const [all, one] = [treeIn('essays.epub', 'hard'), treeIn('books/hard.epub', 'hard')];
    for (const tree of [all, one]) {
      expect(hrefOf(tree, 'page')).toBe(`${site.url}essays/japanese/#comments`);
      expect(hrefOf(tree, 'top')).toBe(`${site.url}essays/hard/#top`);
      expect(hrefOf(tree, 'site')).toBe(`${site.url}about/`);
    }
    expect(hrefOf(one, 'essay')).toBe(`${site.url}essays/japanese/`);
    expect(hrefOf(one, 'own')).toBe('hard.xhtml#digits');
  });
});

describe('what a book holds', () => {
  it('is pictures with their text, formulas by the rules of EPUB, and tasks as signs', () => {
    const specimen = treeIn('books/specimen.epub', 'specimen');
    const { src, alt } = select('img', specimen)?.properties ?? {};
    expect(alt).toBe('A line that rises and falls over a level ground.');
    expect(Object.keys(filesOf('books/specimen.epub'))).toContain(String(src).replace('..', 'EPUB'));
    const text = textIn('books/hard.epub', 'EPUB/essays/hard.xhtml');
    expect(text).toContain('xmlns="http://www.w3.org/1998/Math/MathML"');
    expect(text).not.toMatch(/<(?!mstyle|math)\w+ [^>]*(?:scriptlevel|displaystyle)/);
    expect(text).toContain('<mstyle scriptlevel="0" displaystyle="true">');
    expect(text).toMatch(/<span role="img" aria-label="done">☑<\/span>/);
    expect(text).toMatch(/<ol [^>]*reversed="reversed"/);
  });

  it('is fonts with their licence, only where it is mostly in their script', () => {
    const fonts = (book: string) => Object.keys(filesOf(book)).filter((path) => path.includes('/fonts/'));
    expect(fonts('books/specimen.epub')).toHaveLength(4);
    expect(textIn('books/specimen.epub', 'EPUB/fonts/OFL.txt')).toContain('SIL Open Font License');
    expect(fonts('books/japanese.epub')).toEqual([]);
    expect(textIn('books/japanese.epub', 'EPUB/book.css')).not.toContain('@font-face');
  });

  it('is said for those who read in another way: EPUB Accessibility 1.1', () => {
    const of = (book: string) => textIn(book, 'EPUB/package.opf');
    for (const book of books.keys())
      for (const name of [
        'accessMode',
        'accessModeSufficient',
        'accessibilityFeature',
        'accessibilityHazard',
      ])
        expect(of(book)).toContain(`<meta property="schema:${name}">`);
    expect(of('books/hard.epub')).toContain('>MathML<');
    expect(of('books/japanese.epub')).not.toContain('>MathML<');
    expect(of('books/right-to-left.epub')).toContain('page-progression-direction="rtl"');
  });
});
