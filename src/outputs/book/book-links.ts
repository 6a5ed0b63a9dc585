import { absoluteAddress, essayAddress, fragmentAddress } from '../../document/address.ts';
import type { PublishedEssay } from '../output.ts';
import { fullAddress } from '../portable-html.ts';

/**
 * The links of an essay that lead inside of a book: to an essay of that book, or to an id of one.
 * @param inBook the essays of the book, by slug
 * @param base the site's `url`
 * @returns the address seen from the chapter, by the full address in the site
 */
export function bookLinks(
  { slug, links }: PublishedEssay,
  inBook: ReadonlyMap<string, PublishedEssay>,
  base: string,
  idInBook: (id: string, slug: string) => string,
): Map<string, string> {
  const page = absoluteAddress(essayAddress(slug), base);
  const found = new Map<string, string>();
  for (const { address } of links) {
    const full = fullAddress(address, page, base);
    if (!URL.canParse(full)) continue;
    const { origin, pathname, search, hash } = new URL(full);
    const target = inBook.get(slugAt(origin + pathname, base));
    if (!target || search !== '') continue;
    const id = decodeURIComponent(hash.slice(1));
    if (id !== '' && !target.blocks.some((block) => block.id === id)) continue;
    const chapter = `${target.slug}.xhtml`;
    found.set(full, id === '' ? chapter : fragmentAddress(chapter, idInBook(id, target.slug)));
  }
  return found;
}

/** @returns the slug of the essay whose page has this address, or nothing */
function slugAt(address: string, base: string): string {
  const [before, after = ''] = absoluteAddress(essayAddress('*'), base).split('*');
  return address.startsWith(before ?? '') && address.endsWith(after)
    ? decodeURIComponent(address.slice(before?.length, -after.length))
    : '';
}
