import type { Cache } from '../cache/cache.ts';
import { bookAddress, cardAddress, libraryBookAddress } from '../document/address.ts';
import type { MadeFile } from '../document/made-file.ts';
import { site } from '../site.ts';
import type { Library } from './compile-library.ts';
import { siteBooks } from './site-books.ts';
import { siteCards } from './site-cards.ts';

/**
 * The cards and books of a library while it is written, drafts too. Each is made when it is asked for: a build makes all.
 * @param fonts makes the fonts of books
 * @param path in the site, such as `books/one.epub`
 * @returns null where the path is that of no card and no book
 */
export async function fileOnDemand(
  { essays, translations }: Library,
  { cache, fonts, path }: { cache: Cache; fonts: () => Promise<MadeFile[]>; path: string },
): Promise<MadeFile | null> {
  const isBookOfAll = `/${path}` === libraryBookAddress;
  const isAsked = ({ slug }: { slug: string }) => addressesOf(slug).includes(`/${path}`);
  const wanted = essays.filter((essay) => isBookOfAll || isAsked(essay));
  const translated = translations.filter(isAsked);
  const all = [...wanted, ...translated];
  if (all.length === 0) return null;
  const cards = siteCards(cache, site.name, site.language);
  await cards.draw(all, new AbortController().signal);
  const files = path.endsWith('.epub')
    ? await siteBooks(wanted, translated, { cache, site, cards, fonts })
    : cards.files(all);
  return files.find((file) => file.path === path) ?? null;
}

function addressesOf(slug: string): readonly string[] {
  return [bookAddress(slug), cardAddress(slug, 'png'), cardAddress(slug, 'jpg')];
}
