import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { positionOf, report } from '../report.ts';

/**
 * Reports lines that Markdown would read as code because they are indented, and those of `<pre>` whose spaces and empty
 * lines say something: `.mdx` reads both as prose.
 */
export function indentedCode() {
  return (tree: Root, file: VFile) => {
    const lines = String(file.value).split('\n');
    for (const [index, node] of tree.children.entries()) {
      const line = node.type === 'paragraph' ? (node.position?.start.line ?? 0) : 0;
      const isIndented = /^(?: {4,}|\t)\s*\S/.test(lines[line - 1] ?? '');
      const before = tree.children[index - 1];
      // below a list it may be meant as a paragraph of the last item
      if (isIndented && before?.type !== 'list' && before?.type !== 'footnoteDefinition')
        report(file, problem('mdx/indented-code', {}, positionOf(file, node)));
    }
    visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
      if (!('name' in node) || node.name !== 'pre' || !('children' in node)) return;
      if (node.children.some(({ type }) => type === 'mdxFlowExpression' || type === 'mdxTextExpression'))
        return;
      const { start, end } = node.position ?? {};
      const inside = String(file.value).slice(start?.offset, end?.offset);
      if (/\n[ \t]*\r?\n|\n[ \t]+[^\s<]/.test(inside))
        report(file, problem('mdx/preformatted', {}, positionOf(file, node)));
    });
  };
}
