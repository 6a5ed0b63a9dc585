import type { Element, Parents, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { attributeOf } from './mdx-part.ts';

/**
 * Makes a table from Markdown fit any page: it scrolls inside a region that a keyboard can reach and that is
 * named by its caption or its column heads; alignment becomes a class, because the policy of the pages allows no `style=`.
 */
export function tables() {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || !parent || index === undefined) return;
      const heads: string[] = [];
      visit(node, 'element', (cell) => {
        if (cell.tagName !== 'th' && cell.tagName !== 'td') return;
        if (cell.tagName === 'th') {
          heads.push(textOf(cell).trim());
          cell.properties['scope'] = 'col';
        }
        const { align } = cell.properties;
        if (typeof align !== 'string') return;
        delete cell.properties['align'];
        cell.properties['className'] = [`align-${align}`];
      });
      const { id, ...rest } = node.properties; // the block's id goes to the outermost element, as everywhere
      node.properties = rest;
      const region: Element = h('section.table', { id, tabIndex: 0, ...name(parent, heads) }, [node]);
      parent.children[index] = region;
      return SKIP;
    });
  };
}

/** A table inside `<Table>` has a caption; one that stands alone is known by its columns. */
function name(parent: Parents, heads: readonly string[]): { ariaLabelledBy: string } | { ariaLabel: string } {
  if (parent.type === 'mdxJsxFlowElement' && parent.name === 'Table') {
    const id = attributeOf(parent, 'id');
    if (id) return { ariaLabelledBy: `${id}-caption` };
  }
  return { ariaLabel: heads.filter(Boolean).join(', ') };
}
