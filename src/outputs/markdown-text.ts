import type { Element, ElementContent } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes } from 'mdast';
import { remarkDefinitionList } from 'remark-definition-list';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { escapedMarks } from './markdown-escapes.ts';
import { markdownHandlers } from './markdown-handlers.ts';
import { withMarks } from './markdown-ids.ts';

const writer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' })
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkDefinitionList)
  .use(escapedMarks)
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
  partNeighbours(tree);
  return writer.stringify(tree);
}

/** Two pieces of one kind without a space between them would be read as one: a comment that nobody sees parts them. */
function partNeighbours(node: Nodes): void {
  if (!('children' in node)) return;
  const children: Nodes[] = [];
  for (const child of node.children) {
    const before = children.at(-1);
    if (before && delimited.has(before.type) && delimited.has(child.type))
      children.push({ type: 'html', value: '<!-- -->' });
    children.push(child);
    partNeighbours(child);
  }
  Object.assign(node, { children });
}

/** What stands between signs in Markdown. */
const delimited: ReadonlySet<string> = new Set(['delete', 'emphasis', 'inlineCode', 'inlineMath', 'strong']);

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
