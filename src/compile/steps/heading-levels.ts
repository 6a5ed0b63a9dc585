import type { Root } from 'hast';
import { SKIP, visit } from '../../document/visit.ts';
import type { ComponentNode } from '../components/component.ts';

/**
 * The title is the only heading of level 1 on a page. In a text that has more of them, every heading goes one level
 * down, so that each stays in its section and in the contents.
 */
export function headingLevels() {
  return (tree: Root) => {
    let hasFirst = false;
    const walk = (change: boolean) =>
      visit(tree, (node) => {
        if (node.type !== 'element' && !isJsx(node)) return;
        if (node.type === 'element' && 'dataFootnotes' in node.properties) return SKIP;
        const name = node.type === 'element' ? node.tagName : (node.name ?? '');
        const level = Number(/^h([1-6])$/.exec(name)?.[1] ?? 0);
        if (level === 0) return;
        if (level === 1) hasFirst = true;
        const next = `h${Math.min(6, level + 1)}`;
        if (!change) return;
        if (node.type === 'element') node.tagName = next;
        else node.name = next;
        return;
      });
    walk(false);
    if (hasFirst) walk(true);
  };
}

function isJsx(node: { type: string }): node is ComponentNode {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}
