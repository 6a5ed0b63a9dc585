import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from '../../document/visit.ts';
import { codeLines } from '../code-lines.ts';

/**
 * A long line of code scrolls inside its block; the block can be reached by keyboard and has a name: its title where
 * it has one, or else its language and its first line. The same holds for `<pre>` in HTML. Marked lines are `<mark>`.
 */
export function codeBlocks({ label }: { label: (language: string, start: string) => string }) {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'pre' || !parent || index === undefined) return;
      const [first] = node.children;
      const code = first?.type === 'element' && first.tagName === 'code' ? first : null;
      const language = [code?.properties['className'] ?? []]
        .flat()
        .find((name) => String(name).startsWith('language-'));
      const { id, ...rest } = node.properties; // the block's id goes to the outermost element, as everywhere
      node.properties = rest;
      const title = code ? titleOf(code) : null;
      if (code) markLines(code);
      const [start = ''] = textOf(node).trim().split('\n');
      const ariaLabel = title ?? label(String(language ?? '').slice(9), start.slice(0, 60));
      const head = title === null ? [] : [h('p.code-title', title)];
      parent.children[index] = h('section.code', { id, tabIndex: 0, ariaLabel }, [...head, node]);
      return SKIP;
    });
  };
}

/** The title that `codeTitles` read; it is taken out of the tree. */
function titleOf(code: Element): string | null {
  const { dataTitle, ...rest } = code.properties;
  code.properties = rest;
  return typeof dataTitle === 'string' && dataTitle !== '' ? dataTitle : null;
}

function markLines(code: Element): void {
  const { dataMarked, ...rest } = code.properties;
  code.properties = rest;
  if (typeof dataMarked !== 'string') return;
  const marked = new Set(dataMarked.split(' ').map(Number));
  const lines = codeLines(code.children);
  code.children = lines.flatMap((line, index): ElementContent[] => {
    const isLast = index === lines.length - 1;
    const end: ElementContent[] = isLast ? [] : [{ type: 'text', value: '\n' }];
    return marked.has(index + 1) && !(isLast && line.length === 0)
      ? [h('mark', [...line, ...end])]
      : [...line, ...end];
  });
}
