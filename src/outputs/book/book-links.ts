import { absoluteAddress, essayAddress, fragmentAddress } from '../../document/address.ts';
import { essayLink } from '../../document/essay-link.ts';
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
    const to = essayLink(full, slug, base);
    const target = inBook.get(to?.slug ?? '');
    if (!to || !target || new URL(full).search !== '') continue;
    const { id } = to;
    if (id !== '' && !target.blocks.some((block) => block.id === id)) continue;
    const chapter = `${target.slug}.xhtml`;
    found.set(full, id === '' ? chapter : fragmentAddress(chapter, idInBook(id, target.slug)));
  }
  return found;
}
