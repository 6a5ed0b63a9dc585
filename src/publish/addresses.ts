import { attributeOf, type Element, setAttribute } from './page-tree.ts';

/** One address in a page, and how to replace it. */
export interface AddressInPage {
  value: string;
  element: Element;
  replace(value: string): void;
}

const single = ['href', 'src', 'poster', 'action', 'cite'] as const;

/** Every address that the elements name, in order; a `srcset` gives one for each of its pictures. */
export function addressesIn(elements: readonly Element[]): AddressInPage[] {
  const found: AddressInPage[] = [];
  for (const element of elements) {
    for (const name of single) {
      const value = attributeOf(element, name);
      if (value !== undefined)
        found.push({ value, element, replace: (next) => setAttribute(element, name, next) });
    }
    const srcset = attributeOf(element, 'srcset');
    if (srcset === undefined) continue;
    const pictures = srcset.split(/,\s+/).map((picture) => picture.trim().split(/\s+/));
    for (const picture of pictures) {
      found.push({
        value: picture[0] ?? '',
        element,
        replace: (next) => {
          picture[0] = next;
          setAttribute(element, 'srcset', pictures.map((parts) => parts.join(' ')).join(', '));
        },
      });
    }
  }
  return found;
}

/** True for a link that a reader wrote: it must neither stop a build nor be asked by the author's machine. */
export function isInComment(link: Element): boolean {
  return (attributeOf(link, 'rel') ?? '').split(' ').includes('ugc');
}
