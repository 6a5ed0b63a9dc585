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
  /** What runs code or changes the page in its text, as it is written; the policy would stop it without a word. */
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
    assets: [...new Set([...assetsAt(links), ...(text.match(/(?<=\/)_astro\/[^"'\s<>)?#,&]+/g) ?? [])])].map(
      decodedAddress,
    ),
    codeInText: page.elements.flatMap((one) => (isInText(one) ? codeIn(one) : [])),
  };
}

/** Assets at addresses, which can have signs that end an address elsewhere in a page. */
function assetsAt(addresses: readonly string[]): string[] {
  return addresses.flatMap((address) => /(?<=\/)_astro\/[^?#]+/.exec(address)?.[0] ?? []);
}

function codeIn(element: Element): string[] {
  const { tagName, attrs } = element;
  const isCode = ['base', 'meta', 'style'].includes(tagName) || isInlineScript(element);
  const handlers = attrs.filter(({ name }) => name.startsWith('on')).map(({ name }) => name);
  const runs = attrs.some(({ name, value }) => addresses.has(name) && isCodeAddress(value));
  return [...(isCode ? [`<${tagName}>`] : []), ...handlers, ...(runs ? ['javascript:'] : [])];
}

const addresses = new Set(['href', 'xlink:href', 'src', 'data', 'action', 'formaction', 'to', 'values']);

/** True where a browser would run an address; it passes over control characters in it. */
function isCodeAddress(value: string): boolean {
  return /^\s*(?:javascript|vbscript):/i.test(value.replaceAll(/\p{Cc}/gu, ''));
}
