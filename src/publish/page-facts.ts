import { decodedAddress } from '../document/decoded.ts';
import { addressesIn, isInComment } from './addresses.ts';
import { isInlineScript, isInText } from './content-policy.ts';
import { addressesInMetadata } from './full-addresses.ts';
import { attributeOf, type Element, type PageTree } from './page-tree.ts';

/** What the checks over the whole site need to know of a page, as its author wrote it. */
export interface PageFacts {
  /** Every id, in order, also where two elements have the same. */
  ids: string[];
  /** Every address on the page and in what it says to machines, once; those that readers wrote in comments left out. */
  links: string[];
  /** Paths of the built assets that the page names anywhere, once. */
  assets: string[];
  /** Names of elements in the text that run code or change the page, which its policy would stop without a word. */
  codeInText: string[];
}

/**
 * @param text the page that the tree was parsed from
 * @param base the site's `url`
 */
export function pageFacts(page: PageTree, text: string, base: string): PageFacts {
  const links = addressesIn(page.elements).flatMap(({ value, element }) =>
    isInComment(element) ? [] : [value],
  );
  return {
    ids: page.elements.flatMap((element) => attributeOf(element, 'id') ?? []),
    links: [...new Set([...links, ...addressesInMetadata(page, base)])],
    assets: [...new Set(text.match(/(?<=\/)_astro\/[^"'\s<>)?#,&]+/g) ?? [])].map(decodedAddress),
    codeInText: page.elements.flatMap((one) => (isInText(one) && isCode(one) ? [one.tagName] : [])),
  };
}

function isCode(element: Element): boolean {
  return ['base', 'meta', 'style'].includes(element.tagName) || isInlineScript(element);
}
