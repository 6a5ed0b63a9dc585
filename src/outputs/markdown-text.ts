import type { Element, ElementContent } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { markdownHandlers } from './markdown-handlers.ts';
import { withMarks } from './markdown-ids.ts';

const writer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' })
  .use(remarkGfm)
  .use(remarkMath)
  .freeze();

/**
 * A portable text as Markdown with tables, notes and formulas. What Markdown has no sign for is HTML in it: ids, figures
 * with their captions, small capitals. Every id stands at the beginning of its block, as `<a id="…"></a>`.
 * @param page full address of the text, beside which its pictures lie
 */
export function markdownOf(nodes: readonly ElementContent[], page: string): string {
  const children = withMarks(nodes).map((node) => besidePage(node, page));
  const tree = toMdast({ type: 'root', children }, { handlers: markdownHandlers, document: true });
  if (tree.type !== 'root') throw new Error('A text was turned into something else than a text.');
  return writer.stringify(tree as Root);
}

/** Pictures by their names, not by their full addresses: the file can be moved together with them. */
function besidePage(node: ElementContent, page: string): ElementContent {
  if (node.type !== 'element') return node;
  const { src } = node.properties;
  const properties: Element['properties'] =
    typeof src === 'string' && src.startsWith(page)
      ? { ...node.properties, src: src.slice(page.length) }
      : node.properties;
  return { ...node, properties, children: node.children.map((child) => besidePage(child, page)) };
}
