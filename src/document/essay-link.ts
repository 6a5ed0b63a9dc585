import { absoluteAddress, essayAddress } from './address.ts';
import { decodedComponent } from './decoded.ts';

/** Where a link to an essay leads. */
export interface EssayLink {
  /** The slug in its address, which may be a previous one. */
  slug: string;
  /** The fragment, without its percent escapes; empty where the link is to the whole essay. */
  id: string;
}

/**
 * The essay to which a link leads, its own included.
 * @param address as it is in a text
 * @param from the slug of the essay that has the link
 * @param base the site's `url`
 * @returns null where it leads to something else
 */
export function essayLink(address: string, from: string, base: string): EssayLink | null {
  const page = absoluteAddress(essayAddress(from), base);
  const full = /^\/(?!\/)/.test(address) ? absoluteAddress(address, base) : address;
  if (!URL.canParse(full, page)) return null;
  const { origin, pathname, hash } = new URL(full, page);
  const found = origin + pathname;
  const [before = '', after = ''] = absoluteAddress(essayAddress('*'), base).split('*');
  const slug = found.slice(before.length, -after.length);
  if (!found.startsWith(before) || !found.endsWith(after) || slug === '' || slug.includes('/')) return null;
  return { slug: decodedComponent(slug), id: decodedComponent(hash.slice(1)) };
}
