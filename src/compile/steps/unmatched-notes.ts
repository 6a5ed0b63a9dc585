import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { positionOf, report } from '../report.ts';

/**
 * Reports a mark of a note that has no text, which Markdown would print as it is, and a note that nothing
 * refers to, which it would leave out.
 */
export function unmatchedNotes() {
  return (tree: Root, file: VFile) => {
    const source = String(file.value);
    const marked = new Set<string>();
    visit(tree, 'footnoteReference', ({ identifier }) => void marked.add(identifier));
    visit(tree, (node) => {
      if (node.type === 'footnoteDefinition' && !marked.has(node.identifier)) {
        const mark = `[^${node.label ?? node.identifier}]`;
        report(file, problem('text/unreferenced-note', { mark }, positionOf(file, node)));
      }
      if (node.type !== 'text' || !node.position) return;
      const raw = source.slice(node.position.start.offset, node.position.end.offset);
      for (const [mark] of raw.matchAll(/(?<!\\)\[\^[^\]\s]+\]/g))
        report(file, problem('text/undefined-note', { mark }, positionOf(file, node)));
    });
  };
}
