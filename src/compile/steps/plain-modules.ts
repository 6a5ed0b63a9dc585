import type { Root } from 'hast';
import type { MdxjsEsm } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { positionOf, report } from '../report.ts';

/** Files that a text can import. */
const importable = /\.(?:astro|mdx?|[cm]?[jt]s|json|avif|gif|jpe?g|png|svg|webp)$/i;

/** Refuses imports that only the web, another framework or nobody can answer, and an export that replaces the text. */
export function plainModules() {
  return (tree: Root, file: VFile) => {
    visit(tree, 'mdxjsEsm', (node: MdxjsEsm) => {
      for (const statement of node.data?.estree?.body ?? []) {
        if (statement.type === 'ExportDefaultDeclaration')
          report(file, problem('text/default-export', {}, positionOf(file, node)));
        if (!('source' in statement) || typeof statement.source?.value !== 'string') continue;
        const address = statement.source.value;
        if (/^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(address) || /^data:/i.test(address))
          report(file, problem('text/remote-import', { address }, positionOf(file, node)));
        else if (/^\.{0,2}\//.test(address) && !importable.test(address))
          report(file, problem('text/unsupported-import', { address }, positionOf(file, node)));
      }
    });
  };
}
