import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

/** A long line of code scrolls inside its block; the block can be reached by keyboard and has a name. */
export function codeBlocks({ label }: { label: (language: string, start: string) => string }) {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      const code = node.tagName === 'pre' ? node.children[0] : undefined;
      if (code?.type !== 'element' || code.tagName !== 'code' || !parent || index === undefined) return;
      const language = [code.properties['className']]
        .flat()
        .find((name) => String(name).startsWith('language-'));
      const [start = ''] = textOf(code).trim().split('\n');
      const ariaLabel = label(String(language ?? '').slice(9), start.slice(0, 60));
      const { id, ...rest } = node.properties; // the block's id goes to the outermost element, as everywhere
      node.properties = rest;
      parent.children[index] = h('section.code', { id, tabIndex: 0, ariaLabel }, [node]);
      return SKIP;
    });
  };
}
