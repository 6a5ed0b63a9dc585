import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { positionOf, report } from '../report.ts';

/** Shortcodes of Hugo, and Liquid as Jekyll and Eleventy read it. */
const code =
  /\{\{[<%][^}]*[>%]\}\}|\{%-?\s*\w[^%]*%\}|\{\{-?\s*(?:site|page|post|include|content|layout)\b[^}]*\}\}/;

/** A callout as MkDocs and the Markdown of Python read it: `!!! note` and, folded, `??? note`. */
const admonition =
  /^(?:!!!|\?\?\?\+?)[ \t]+(?:abstract|attention|bug|caution|danger|error|example|failure|hint|important|info|note|question|quote|seealso|success|summary|tip|todo|warning)\b/i;

/** Reports what another program would have replaced and a page would print as it is. */
export function templateCode() {
  return (tree: Root, file: VFile) => {
    visit(tree, 'text', (node) => {
      const [found] = code.exec(node.value) ?? [];
      if (found !== undefined)
        report(file, problem('text/template-code', { text: found }, positionOf(file, node)));
    });
    visit(tree, 'paragraph', (node) => {
      const [first] = node.children;
      const [found] = (first?.type === 'text' && admonition.exec(first.value)) || [];
      if (found !== undefined)
        report(file, problem('text/admonition', { text: found }, positionOf(file, node)));
    });
  };
}
