import type { Element } from 'hast';
import { direction } from '../../document/essay.ts';
import { accessibilityOf, type BookContent } from './accessibility.ts';
import { xmlElement, xmlFile } from './xml.ts';

/** What a book says of itself. */
export interface BookFacts {
  /** An address that stays with it: that of the page. */
  identifier: string;
  title: string;
  subtitle?: string | undefined;
  description: string;
  /** Of the book itself, then those of its essays. BCP 47 tags. */
  languages: readonly string[];
  authors: readonly string[];
  publisher: string | null;
  topics: readonly string[];
  licence: string;
  /** Days: `2026-01-02`. */
  published: string;
  updated: string;
  series?: { name: string; part: number } | undefined;
}

/** A file of a book. */
export interface BookItem {
  /** Its path, seen from the package file. */
  path: string;
  type: string;
  properties?: string[];
  /** True for a file that is read in its turn. */
  isInSpine?: boolean;
}

/** The package file of a book, by EPUB 3: what it is, what is in it, and in which order it is read. */
export function packageFile(facts: BookFacts, items: readonly BookItem[], content: BookContent): string {
  const [language = 'en'] = facts.languages;
  const manifest = items.map(({ path, type, properties = [] }, index) =>
    xmlElement('item', {
      id: `item-${index + 1}`,
      href: path.split('/').map(encodeURIComponent).join('/'),
      'media-type': type,
      ...(properties.length > 0 ? { properties: properties.join(' ') } : {}),
    }),
  );
  const spine = items.flatMap(({ isInSpine }, index) =>
    isInSpine ? [xmlElement('itemref', { idref: `item-${index + 1}` })] : [],
  );
  return xmlFile(
    xmlElement(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'identifier',
        'xml:lang': language,
        dir: direction(language),
      },
      xmlElement(
        'metadata',
        { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
        ...metadataOf(facts),
        ...accessibilityOf(content).map(([name, value]) => meta(name, value)),
        xmlElement('meta', { name: 'cover', content: 'item-1' }), // for readers of EPUB 2
      ),
      xmlElement('manifest', {}, ...manifest),
      xmlElement('spine', { 'page-progression-direction': direction(language) }, ...spine),
    ),
  );
}

function metadataOf(facts: BookFacts): Element[] {
  const { title, subtitle, series } = facts;
  return [
    xmlElement('dc:identifier', { id: 'identifier' }, facts.identifier),
    xmlElement('dc:title', { id: 'title' }, title),
    meta('title-type', 'main', '#title'),
    ...(subtitle
      ? [xmlElement('dc:title', { id: 'subtitle' }, subtitle), meta('title-type', 'subtitle', '#subtitle')]
      : []),
    ...facts.languages.map((language) => xmlElement('dc:language', {}, language)),
    ...facts.authors.flatMap((author, index) => [
      xmlElement('dc:creator', { id: `author-${index + 1}` }, author),
      meta('role', 'aut', `#author-${index + 1}`, { scheme: 'marc:relators' }),
    ]),
    ...(facts.publisher === null ? [] : [xmlElement('dc:publisher', {}, facts.publisher)]),
    xmlElement('dc:description', {}, facts.description),
    ...facts.topics.map((topic) => xmlElement('dc:subject', {}, topic)),
    xmlElement('dc:source', {}, facts.identifier),
    xmlElement('dc:rights', {}, facts.licence),
    xmlElement('dc:date', {}, facts.published),
    meta('dcterms:modified', `${facts.updated}T00:00:00Z`),
    ...(series
      ? [
          xmlElement('meta', { property: 'belongs-to-collection', id: 'series' }, series.name),
          meta('collection-type', 'series', '#series'),
          meta('group-position', String(series.part), '#series'),
        ]
      : []),
  ];
}

function meta(property: string, value: string, refines?: string, more: Record<string, string> = {}): Element {
  return xmlElement('meta', { property, ...(refines ? { refines } : {}), ...more }, value);
}
