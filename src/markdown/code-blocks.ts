import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A long line of code scrolls inside its block; the block can be reached by keyboard and has a name. */
export function codeBlocks({ label }: { label: (language: string) => string }) {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      const code = node.tagName === 'pre' ? node.children[0] : undefined;
      if (code?.type !== 'element' || code.tagName !== 'code') return;
      const language = [code.properties['className']]
        .flat()
        .find((name) => String(name).startsWith('language-'));
      Object.assign(node.properties, {
        tabIndex: 0,
        role: 'group',
        ariaLabel: label(String(language ?? '').slice(9)),
      });
    });
  };
}
