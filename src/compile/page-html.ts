import type { Element, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';

/**
 * The body of a document as HTML for its page. A picture beside the text becomes what Astro expects there: it makes
 * the sizes and writes the address.
 * @param body without nodes of MDX
 */
export function pageHtml(body: Root): string {
  const count = new Map<string, number>();
  return toHtml({ ...body, children: body.children.map((node) => withPictures(node, count)) });
}

function withPictures(node: RootContent, count: Map<string, number>): RootContent {
  if (node.type !== 'element') return node;
  if (node.tagName !== 'img')
    return node.children.length === 0
      ? node
      : { ...node, children: node.children.flatMap((child) => asContent(withPictures(child, count))) };
  const { src, className, ...rest } = node.properties;
  if (typeof src !== 'string' || /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(src)) return node;
  const index = count.get(src) ?? 0;
  count.set(src, index + 1);
  const picture = JSON.stringify({ ...rest, src: decodeURI(src), index });
  return { ...node, properties: { ...(className ? { className } : {}), __ASTRO_IMAGE_: picture } };
}

function asContent(node: RootContent): Element['children'] {
  return node.type === 'doctype' ? [] : [node];
}
