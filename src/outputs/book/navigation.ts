import type { Element } from 'hast';
import { h } from 'hastscript';
import { fragmentAddress } from '../../document/address.ts';
import type { Section } from '../../document/section.ts';
import { wordsIn } from '../../words/words.ts';
import type { PublishedEssay } from '../output.ts';
import { chapterPath, xmlLanguage } from './chapter.ts';
import { xhtmlFile } from './xml.ts';

/** The table of contents of a book: every essay with its sections, whose ids are those of its page. */
export function navigationFile(title: string, language: string, essays: readonly PublishedEssay[]): string {
  const { contents } = wordsIn(language);
  const first = essays[0] ? chapterPath(essays[0].slug) : 'nav.xhtml';
  return xhtmlFile({ title, language, style: 'book.css' }, {}, [
    h('nav', { 'epub:type': 'toc', role: 'doc-toc', ariaLabelledBy: ['contents'] }, [
      h('h1', { id: 'contents' }, contents),
      h('ol', essays.map(entryOf)),
    ]),
    h('nav', { 'epub:type': 'landmarks', hidden: 'hidden', ariaLabel: title }, [
      h('ol', [
        h('li', h('a', { 'epub:type': 'cover', href: 'cover.xhtml' }, title)),
        h('li', h('a', { 'epub:type': 'toc', href: '#contents' }, contents)),
        h('li', h('a', { 'epub:type': 'bodymatter', href: first }, essays[0]?.metadata.title ?? title)),
      ]),
    ]),
  ]);
}

/** The page with the cover. @param alt what the picture says */
export function coverFile(alt: string, language: string): string {
  return xhtmlFile({ title: alt, language, style: 'book.css' }, { 'epub:type': 'frontmatter' }, [
    h('section', { 'epub:type': 'cover', className: ['cover'], ariaLabel: alt }, [
      h('img', { src: 'cover.png', alt, role: 'doc-cover' }),
    ]),
  ]);
}

function entryOf({ slug, metadata, sections }: PublishedEssay): Element {
  const path = chapterPath(slug);
  const { title, language } = metadata;
  return h('li', { lang: language, ...xmlLanguage(language) }, [
    h('a', { href: path }, title),
    ...list(sections, path),
  ]);
}

function list(sections: readonly Section[], path: string): Element[] {
  if (sections.length === 0) return [];
  const items = sections.map(({ id, title, sections: inner }) =>
    h('li', [h('a', { href: fragmentAddress(path, id) }, title), ...list(inner, path)]),
  );
  return [h('ol', items)];
}
