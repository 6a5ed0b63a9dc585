import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { isBeside } from './collected.ts';

/**
 * The body of a document as HTML for its page. A picture beside the text becomes what Astro expects there: it makes
 * the sizes and writes the address.
 * @param body without nodes of MDX
 */
export function pageHtml(body: Root): string {
  const tree = structuredClone(body);
  const count = new Map<string, number>();
  visit(tree, 'element', (node) => {
    const { src, className, ...rest } = node.properties;
    if (node.tagName !== 'img' || !isBeside(src)) return;
    const index = count.get(src) ?? 0;
    count.set(src, index + 1);
    const picture = JSON.stringify({ ...rest, src: decodeURI(src), index });
    node.properties = { ...(className ? { className } : {}), __ASTRO_IMAGE_: picture };
  });
  return toHtml(tree);
}
