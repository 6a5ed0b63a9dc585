import { attributeOf, type PageTree } from './page-tree.ts';

/** What a `<source>` of a picture may have. */
const kept = new Set(['type', 'srcset', 'sizes', 'media', 'width', 'height']);

/** Takes from the sources of pictures what Astro writes for the picture itself and HTML does not allow there. */
export function pictureSources({ elements }: PageTree): void {
  for (const element of elements)
    if (element.tagName === 'source' && attributeOf(element, 'data-astro-image') !== undefined)
      element.attrs = element.attrs.filter(({ name }) => kept.has(name));
}
