import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Cache } from '../cache/cache.ts';
import { cached } from '../cache/cached.ts';
import { codeVersion, keyOf } from '../cache/key.ts';
import { absoluteAddress, bookAddress, libraryBookAddress } from '../document/address.ts';
import type { SiteConfiguration } from '../document/configuration.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import type { MadeFile } from '../document/made-file.ts';
import { scriptOf } from '../document/script.ts';
import {
  bookFile,
  type PackedChapter,
  packedChapter,
  type SharedFile,
  sharedFile,
} from '../outputs/book/book.ts';
import { bookLinks } from '../outputs/book/book-links.ts';
import { chapterOf } from '../outputs/book/chapter.ts';
import { essayFacts, libraryFacts } from '../outputs/book/facts.ts';
import { coverFile, navigationFile } from '../outputs/book/navigation.ts';
import { root } from '../paths.ts';
import { bookPictures } from './book-pictures.ts';
import { type PictureFile, pictureFiles } from './portable-pictures.ts';
import type { siteCards } from './site-cards.ts';
import type { CompiledText } from './text-compiler.ts';

/** Sources that decide what a book is. An essay's key stands for the configuration and the interface texts. */
const bookCode = [
  'src/outputs',
  'src/cards',
  'src/document',
  'src/words',
  'src/publish/book-fonts.ts',
  'src/publish/fonts.ts',
  'src/library/site-books.ts',
  'src/library/book-pictures.ts',
  'src/library/portable-pictures.ts',
  'package-lock.json',
];

type EssayText = CompiledText<Frontmatter>;

/** What books are made of, beside the essays. */
export interface BookOptions {
  cache: Cache;
  site: SiteConfiguration;
  cards: ReturnType<typeof siteCards>;
  /** Makes the fonts; called where a book has to be made. */
  fonts(): Promise<MadeFile[]>;
}

/**
 * Makes the books of a library, one of each essay, one of each translation and one of all essays, and takes those that
 * did not change since the last build from the cache. The covers must be drawn.
 * @param essays the published ones, newest first
 * @param translations of those essays
 * @returns files that are read when they are asked for their content
 */
export async function siteBooks(
  essays: readonly EssayText[],
  translations: readonly EssayText[],
  { cache, site, cards, fonts }: BookOptions,
): Promise<MadeFile[]> {
  const version = keyOf(codeVersion(root, bookCode), JSON.stringify(site));
  let shared: { latin: SharedFile[]; plain: SharedFile[] } | undefined;
  const sharedFiles = async (isLatin: boolean) => {
    shared ??= await sharedBookFiles(fonts);
    return isLatin ? shared.latin : shared.plain;
  };
  const bySlug = new Map(essays.map((essay) => [essay.slug, essay]));
  const files: MadeFile[] = [];
  const chapterKeys: string[] = [];
  const chapters: (() => Promise<PackedChapter>)[] = [];

  for (const essay of essays) {
    const { base, pictures } = await makeBook(essay);
    const links = bookLinks(essay, bySlug, site.url, idInLibrary);
    const key = keyOf(base, JSON.stringify([...links]));
    chapterKeys.push(key);
    cache.keep('book-chapter', key);
    chapters.push(async () => {
      const idInBook = (id: string) => idInLibrary(id, essay.slug);
      const chapter = await cached(cache, 'book-chapter', key, async () =>
        serialize(await chapterIn(essay, pictures, { cache, site, links, idInBook })),
      );
      return deserialize(chapter);
    });
  }

  for (const translation of translations) await makeBook(translation);
  if (essays.length === 0) return files;
  const key = keyOf(version, ...chapterKeys);
  if (!cache.keep('library-book', key)) {
    const packed: PackedChapter[] = [];
    for (const chapter of chapters) packed.push(await chapter());
    const book = bookFile({
      facts: libraryFacts(essays, site),
      cover: cards.libraryCover(),
      coverPage: coverFile(site.name, site.language),
      navigation: navigationFile(site.name, site.language, essays),
      chapters: packed,
      shared: await sharedFiles(isMostlyLatin(essays)),
    });
    cache.put('library-book', key, book);
  }
  return [...files, stored(cache, libraryBookAddress.slice(1), 'library-book', key)];

  /** The book of one text, which is added to the files. @returns its key in the cache */
  async function makeBook(essay: EssayText): Promise<{ base: string; pictures: PictureFile[] }> {
    const pictures = pictureFiles(essay.slug, essay.path, essay.pictures);
    const base = keyOf(version, essay.key, ...pictures.flatMap(({ path, bytes }) => [path, bytes]));
    if (!cache.keep('book', base)) {
      const own = new Map([[essay.slug, essay]]);
      const links = bookLinks(essay, own, site.url, (id) => id);
      const chapter = await chapterIn(essay, pictures, { cache, site, links, idInBook: (id) => id });
      const { metadata } = essay;
      const book = bookFile({
        facts: essayFacts(essay, site),
        cover: cards.cover(essay),
        coverPage: coverFile(metadata.title, metadata.language),
        navigation: navigationFile(metadata.title, metadata.language, [essay]),
        chapters: [chapter],
        shared: await sharedFiles(isLatin(essay)),
      });
      cache.put('book', base, book);
    }
    files.push(stored(cache, bookAddress(essay.slug).slice(1), 'book', base));
    return { base, pictures };
  }
}

/** The ids of notes differ from essay to essay: some readers take those of a book for one list. */
export function idInLibrary(id: string, slug: string): string {
  return /^(?:fn|fnref)-|^footnote-label$/.test(id) ? `${id}.${slug}` : id;
}

async function chapterIn(
  essay: EssayText,
  files: readonly PictureFile[],
  options: {
    cache: Cache;
    site: SiteConfiguration;
    links: ReadonlyMap<string, string>;
    idInBook(id: string): string;
  },
): Promise<PackedChapter> {
  const { cache, site, links, idInBook } = options;
  const pictures = await bookPictures(essay.slug, files, cache);
  const addresses = pictures.map(({ sitePath, path }): [string, string] => [
    absoluteAddress(`/${encodeURI(sitePath)}`, site.url),
    `../${path}`,
  ]);
  const chapter = chapterOf({ site, essay, pictures: new Map(addresses), links, idInBook });
  return packedChapter(
    chapter,
    pictures,
    essay.pictures.some(({ alt }) => alt.trim() === ''),
  );
}

/** Style, and fonts for books that are mostly in their script. */
async function sharedBookFiles(fonts: () => Promise<MadeFile[]>) {
  const css = readFileSync(join(root, 'src/outputs/book/book.css'), 'utf8');
  const style = (content: string) =>
    sharedFile({ path: 'book.css', type: 'text/css', content: Buffer.from(content) });
  const faces = (await fonts()).map(({ path, content }) =>
    sharedFile({ path, type: path.endsWith('.ttf') ? 'font/ttf' : 'text/plain', content }),
  );
  const withoutFonts = css.replaceAll(/@font-face \{[^}]*\}\n/g, '');
  return { latin: [style(css), ...faces], plain: [style(withoutFonts)] };
}

/** Whether most letters of an essay are Latin. */
function isLatin({ blocks }: EssayText): boolean {
  let [latin, others] = [0, 0];
  for (const { text } of blocks) {
    latin += text.match(/\p{Script=Latin}/gu)?.length ?? 0;
    others += text.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
  }
  return latin > others;
}

/** Whether most words of a library are in languages of Latin script. Its texts are not read for that. */
function isMostlyLatin(essays: readonly EssayText[]): boolean {
  let [latin, all] = [0, 0];
  for (const { words, metadata } of essays) {
    all += words;
    if (scriptOf(metadata.language) === 'Latn') latin += words;
  }
  return latin > all / 2;
}

function stored(cache: Cache, path: string, kind: string, key: string): MadeFile {
  return {
    path,
    key,
    get content() {
      return cache.getKept(kind, key);
    },
  };
}
