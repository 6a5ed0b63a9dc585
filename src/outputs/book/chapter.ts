import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import { absoluteAddress, essayAddress, fragmentAddress } from '../../document/address.ts';
import type { SiteConfiguration } from '../../document/configuration.ts';
import { format, formatDate, formatList, words, wordsIn } from '../../words/words.ts';
import type { PublishedEssay } from '../output.ts';
import { portableHtml } from '../portable-html.ts';
import { bookElements } from './book-elements.ts';
import { xhtmlFile } from './xml.ts';

/** What an essay becomes in a book. */
export interface Chapter {
  slug: string;
  /** As a file of XHTML. */
  text: string;
  hasFormulas: boolean;
  hasDrawings: boolean;
}

export interface ChapterInput {
  site: SiteConfiguration;
  essay: PublishedEssay;
  /** Where pictures are in the book, seen from the chapter, by their full address in the site. */
  pictures: ReadonlyMap<string, string>;
  /** Where links lead inside of the book, seen from the chapter, by the full address that they have in the site. */
  links: ReadonlyMap<string, string>;
  /** The id that an id of the essay has in this book. */
  idInBook(id: string): string;
}

/** The path of the chapter of an essay or a translation in a book, seen from its package file. All are in one folder. */
export function chapterPath(slug: string): string {
  return `essays/${slug.replace('/', '.')}.xhtml`;
}

/** An essay with its title, its notes and its references, and with the ids of its page. */
export function chapterOf({ site, essay, pictures, links, idInBook }: ChapterInput): Chapter {
  const { slug, metadata } = essay;
  const page = absoluteAddress(essayAddress(slug), site.url);
  const text = portableHtml(essay.body(), { page, base: site.url, fragments: 'inside' });
  const found = { formulas: false, drawings: false };
  const ids = new Set(idsIn(text));
  const body = bookElements(text, {
    idInBook,
    source: (address) => pictures.get(address) ?? null,
    link: (address) => {
      if (!address.startsWith('#')) return links.get(address) ?? address;
      const id = decodeURIComponent(address.slice(1));
      return ids.has(id) ? fragmentAddress('', idInBook(id)) : fragmentAddress(page, id);
    },
    found,
  });
  const { title, language } = metadata;
  const children = [head(essay), h('div', { className: ['text'] }, body), foot(essay, page, site)];
  return {
    slug,
    text: xhtmlFile({ title, language, style: '../book.css' }, { 'epub:type': 'bodymatter' }, [
      h('section', { 'epub:type': 'chapter', role: 'doc-chapter', ariaLabel: title }, children),
    ]),
    hasFormulas: found.formulas,
    hasDrawings: found.drawings,
  };
}

function head({ metadata }: PublishedEssay): Element {
  const { title, subtitle, authors, published, updated, language, series } = metadata;
  const date = (day: typeof published) => h('time', { dateTime: day }, formatDate(day, language));
  const { by, marks, updated: revised } = wordsIn(language);
  const facts: ElementContent[] = [
    ...(authors.length > 0
      ? [h('span', format(by, { authors: formatList(authors, language) }) + marks.stop)]
      : []),
    date(published),
    ...(updated ? [h('span', [`${marks.stop}${revised} `, date(updated)])] : []),
    ...(series ? [h('span', `${marks.stop}${series.name} ${series.part}`)] : []),
  ];
  return h('header', [
    h('h1', title),
    ...(subtitle ? [h('p', { className: ['subtitle'], role: 'doc-subtitle' }, subtitle)] : []),
    h('p', { className: ['facts'] }, facts),
  ]);
}

function foot({ metadata }: PublishedEssay, page: string, site: SiteConfiguration): Element {
  const licence = metadata.licence ?? h('a', { href: site.contentLicence.url }, site.contentLicence.name);
  return h('footer', { className: ['facts'], lang: site.language, ...xmlLanguage(site.language) }, [
    h('p', [h('a', { href: page }, page)]),
    h('p', [words.licence + words.marks.colon, licence]),
  ]);
}

/** XHTML names a language twice, for readers of XML. */
export function xmlLanguage(language: string): Properties {
  return { 'xml:lang': language };
}

function idsIn(nodes: readonly ElementContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    const { id } = node.properties;
    return [...(typeof id === 'string' ? [id] : []), ...idsIn(node.children)];
  });
}
