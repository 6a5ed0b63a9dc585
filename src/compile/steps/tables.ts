import type { Element, Parents, Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { h } from 'hastscript';
import { readText } from '../../document/read-text.ts';
import { SKIP, visit } from '../../document/visit.ts';
import { attributeOf } from '../jsx-element.ts';

/**
 * Makes a table from Markdown fit any page: it scrolls inside a region that a keyboard can reach and that is
 * named by its caption or its first row, and by a number where two have the same; alignment becomes a class, because the policy of the pages allows no `style=`.
 */
export function tables() {
  return (tree: Root) => {
    const met = new Map<string, number>();
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || !parent || index === undefined) return;
      visit(node, 'element', (cell) => {
        if (cell.tagName !== 'th' && cell.tagName !== 'td') return;
        if (cell.tagName === 'th') cell.properties['scope'] = 'col';
        const { align } = cell.properties;
        if (typeof align !== 'string') return;
        delete cell.properties['align'];
        cell.properties['className'] = [`align-${align}`];
      });
      const { id, ...rest } = node.properties; // the block's id goes to the outermost element, as everywhere
      node.properties = rest;
      const region: Element = h('section.table', { id, tabIndex: 0, ...name(node, parent, met) }, [node]);
      parent.children[index] = region;
      return SKIP;
    });
  };
}

/** A table inside `<Table>` has a caption; one without is named by its first row that has words. */
function name(
  table: Element,
  parent: Parents,
  met: Map<string, number>,
): { ariaLabelledBy: string } | { ariaLabel: string } {
  if (parent.type === 'mdxJsxFlowElement' && parent.name === 'Table') {
    const id = attributeOf(parent, 'id');
    if (id) return { ariaLabelledBy: `${id}-caption` };
  }
  const rows = selectAll('tr', table).map((row) =>
    selectAll('th, td', row).map((cell) => readText(cell).trim()),
  );
  const words = rows.map((row) => row.filter(Boolean).join(', ')).find(Boolean) ?? '–';
  const count = (met.get(words) ?? 0) + 1;
  met.set(words, count);
  return { ariaLabel: count === 1 ? words : `${words} (${count})` };
}
