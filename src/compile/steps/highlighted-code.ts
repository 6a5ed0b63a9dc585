import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { contains } from '../contains.ts';

/** Colours code by class; a block whose language is not named stays plain. */
export function highlightedCode() {
  return async (tree: Root, file: VFile) => {
    if (
      !contains(
        tree,
        (node) => node.type === 'element' && /\blanguage-/.test(String(node.properties['className'])),
      )
    )
      return;
    const { default: rehypeHighlight } = await import('rehype-highlight');
    rehypeHighlight({ detect: false })(tree, file);
  };
}
