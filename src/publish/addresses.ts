import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** One address in a page, and how to put another in its place. */
export interface AddressInPage {
  value: string;
  element: Element;
  replace(value: string): void;
}

const single = ['href', 'src', 'poster', 'action', 'cite'] as const;

/** Every address that an element of the page names, in order; a `srcset` gives one for each of its pictures. */
export function addressesIn(tree: Root): AddressInPage[] {
  const found: AddressInPage[] = [];
  visit(tree, 'element', (element) => {
    for (const name of single) {
      const value = element.properties[name];
      if (typeof value === 'string') {
        found.push({ value, element, replace: (next) => (element.properties[name] = next) });
      }
    }
    const { srcSet } = element.properties;
    if (typeof srcSet !== 'string') return;
    const pictures = srcSet.split(',').map((picture) => picture.trim().split(/\s+/));
    for (const picture of pictures) {
      found.push({
        value: picture[0] ?? '',
        element,
        replace: (next) => {
          picture[0] = next;
          element.properties['srcSet'] = pictures.map((parts) => parts.join(' ')).join(', ');
        },
      });
    }
  });
  return found;
}
