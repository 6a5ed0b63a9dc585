import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { positionOf, report } from '../report.ts';

/** Shortcodes of Hugo, and Liquid as Jekyll and Eleventy read it. */
const code =
  /\{\{[<%][^}]*[>%]\}\}|\{%-?\s*\w[^%]*%\}|\{\{-?\s*(?:site|page|post|include|content|layout)\b[^}]*\}\}/;

/** Reports what another program would have replaced and a page would print as it is. */
export function templateCode() {
  return (tree: Root, file: VFile) => {
    visit(tree, 'text', (node) => {
      const [found] = code.exec(node.value) ?? [];
      if (found !== undefined)
        report(file, problem('text/template-code', { text: found }, positionOf(file, node)));
    });
  };
}
