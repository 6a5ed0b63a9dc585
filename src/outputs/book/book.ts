import type { BookContent } from './accessibility.ts';
import type { Chapter } from './chapter.ts';
import { chapterPath } from './chapter.ts';
import { type BookFacts, type BookItem, packageFile } from './package-file.ts';
import { xmlElement, xmlFile } from './xml.ts';
import { type ZipEntry, zip, zipEntry } from './zip.ts';

/** A file of a book that is no text: a picture, a font, its licence, the style. */
export interface BookAsset {
  /** Seen from the package file. */
  path: string;
  type: string;
  content: Uint8Array;
}

/** A chapter whose files are compressed already, so that they can stand in several books. */
export interface PackedChapter extends Omit<Chapter, 'text'>, BookContent {
  items: BookItem[];
  entries: ZipEntry[];
}

/** The folder of everything but `mimetype` and `META-INF` in a book. */
const folder = 'EPUB';

/** A chapter with its pictures, ready for a book. */
export function packedChapter(
  { text, ...chapter }: Chapter,
  pictures: readonly BookAsset[],
  hasUndescribed: boolean,
): PackedChapter {
  const path = chapterPath(chapter.slug);
  const properties = [...(chapter.hasFormulas ? ['mathml'] : []), ...(chapter.hasDrawings ? ['svg'] : [])];
  const item = { path, type: 'application/xhtml+xml', properties, isInSpine: true };
  return {
    ...chapter,
    hasPictures: pictures.length > 0 || chapter.hasDrawings,
    hasAnimations: pictures.some(({ type }) => type === 'image/gif'),
    hasUndescribed,
    items: [item, ...pictures.map(({ path, type }) => ({ path, type }))],
    entries: [entry(path, text), ...pictures.map(({ path, content }) => entry(path, content))],
  };
}

/** What a book is made of. */
export interface BookParts {
  facts: BookFacts;
  /** A PNG. */
  cover: Uint8Array;
  /** The page with the cover, and the table of contents, as XHTML. */
  coverPage: string;
  navigation: string;
  chapters: readonly PackedChapter[];
  /** Style and fonts, compressed once for all books. */
  shared: readonly SharedFile[];
}

export interface SharedFile {
  item: BookItem;
  entry: ZipEntry;
}

export function sharedFile({ path, type, content }: BookAsset): SharedFile {
  return { item: { path, type }, entry: entry(path, content) };
}

/** A book as EPUB 3. The same parts give the same bytes. */
export function bookFile({ facts, cover, coverPage, navigation, chapters, shared }: BookParts): Uint8Array {
  const xhtml = 'application/xhtml+xml';
  const items: BookItem[] = [
    { path: 'cover.png', type: 'image/png', properties: ['cover-image'] },
    { path: 'cover.xhtml', type: xhtml, isInSpine: true },
    { path: 'nav.xhtml', type: xhtml, properties: ['nav'], isInSpine: true },
    ...shared.map(({ item }) => item),
    ...chapters.flatMap(({ items }) => items),
  ];
  const content: BookContent = {
    hasPictures: true, // the cover
    hasAnimations: chapters.some(({ hasAnimations }) => hasAnimations),
    hasUndescribed: chapters.some(({ hasUndescribed }) => hasUndescribed),
    hasFormulas: chapters.some(({ hasFormulas }) => hasFormulas),
  };
  return zip([
    zipEntry('mimetype', 'application/epub+zip'), // first, and not compressed: by these bytes a book is known
    zipEntry('META-INF/container.xml', container),
    entry('package.opf', packageFile(facts, items, content)),
    entry('nav.xhtml', navigation),
    entry('cover.xhtml', coverPage),
    entry('cover.png', cover),
    ...shared.map((file) => file.entry),
    ...chapters.flatMap(({ entries }) => entries),
  ]);
}

const container = xmlFile(
  xmlElement(
    'container',
    { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' },
    xmlElement(
      'rootfiles',
      {},
      xmlElement('rootfile', {
        'full-path': `${folder}/package.opf`,
        'media-type': 'application/oebps-package+xml',
      }),
    ),
  ),
);

function entry(path: string, content: Uint8Array | string): ZipEntry {
  return zipEntry(`${folder}/${path}`, content);
}
