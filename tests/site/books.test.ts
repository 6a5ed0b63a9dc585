import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, inject, it } from 'vitest';
import { bookAddress } from '../../src/document/address.ts';
import { SKIP, visit } from '../../src/document/visit.ts';
import { itPassesEpubcheck } from '../epubcheck.ts';
import { isThorough } from '../thorough.ts';
import { compileFile } from '../unit/outputs/essays.ts';

const libraries = [
  { name: 'site', content: 'tests/fixtures/site', slugs: ['why-lighthouses-go-dark'] },
  { name: 'specimen', content: 'tests/specimen', slugs: ['specimen', 'japanese', 'right-to-left'] },
] as const;

describe.each(libraries)('the books of the $name', ({ name, content, slugs }) => {
  const site = inject(name);
  const filesOf = (address: string) => unzipSync(readFileSync(join(site, address)));
  const chapterIn = (address: string, slug: string) =>
    fromHtml(Buffer.from(filesOf(address)[`EPUB/essays/${slug}.xhtml`] ?? []));

  describe.each(slugs)('%s', (slug) => {
    const page = fromHtml(readFileSync(join(site, 'essays', slug, 'index.html')));
    const chapters = [chapterIn(bookAddress(slug), slug), chapterIn('essays.epub', slug)];

    it('say what the page says, word for word', () => {
      const prose = wordsOf(select('.prose', page));
      expect(prose.length).toBeGreaterThan(15);
      for (const chapter of chapters) {
        expect(wordsOf(select('.text', chapter))).toEqual(prose);
        expect(wordsOf(select('h1', chapter))).toEqual(wordsOf(select('h1', page)));
      }
    });

    it('have every id of its ledger', () => {
      const ledger = JSON.parse(readFileSync(join(content, 'essays', slug, 'anchors.json'), 'utf8'));
      const promised: string[] = ledger.anchors.map(({ id }: { id: string }) => id);
      expect(promised.length).toBeGreaterThan(3);
      const [own, inLibrary] = chapters.map((chapter) =>
        selectAll('[id]', chapter).map(({ properties }) => String(properties['id'])),
      );
      expect(promised.filter((id) => !own?.includes(id))).toEqual([]);
      const isThere = (id: string) => inLibrary?.includes(id) || inLibrary?.includes(`${id}.${slug}`);
      expect(promised.filter((id) => !isThere(id))).toEqual([]);
    });

    it('have every id of its ledger, as its page and its Markdown do', async () => {
      const markdown = readFileSync(join(site, 'essays', slug, 'index.md'), 'utf8');
      const { body } = (await compileFile(markdown, `/nowhere/${slug}/index.md`)).document;
      const ledger = JSON.parse(readFileSync(join(content, 'essays', slug, 'anchors.json'), 'utf8'));
      for (const tree of [page, fromHtml(toHtml(body))]) {
        const ids = selectAll('[id]', tree).map(({ properties }) => properties['id']);
        expect(ledger.anchors.filter(({ id }: { id: string }) => !ids.includes(id))).toEqual([]);
      }
    });
  });

  // each takes seconds; the book of all has every chapter
  const all = [...slugs.map((slug) => bookAddress(slug)), '/essays.epub'];
  const books = isThorough ? all : all.slice(-2);
  itPassesEpubcheck(books, (address) => join(site, address));
});

/** The words that a reader reads: no links of headings to themselves, no counts of comments, no TeX beside a formula. */
function wordsOf(node: ReturnType<typeof select>): string[] {
  const tree: Root = { type: 'root', children: structuredClone(node?.children ?? []) };
  visit(tree, 'element', (element, index, parent) => {
    const { className, ariaHidden } = element.properties;
    const isExtra =
      ariaHidden === 'true' ||
      element.tagName === 'annotation' ||
      [className].flat().some((one) => one === 'heading-link' || one === 'comment-count' || one === 'back');
    if (!isExtra || !parent || index === undefined) return;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return textOf(tree).match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}☑☐]/gu) ?? [];
}
