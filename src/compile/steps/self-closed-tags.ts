import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { siteComponents } from '../components/components.ts';
import { voidElement } from '../html-names.ts';
import { positionOf, report } from '../report.ts';

const selfClosed = /<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*?)\/>/gi;

/**
 * Closes elements in HTML that end with `/>` and have an end tag: HTML does not know that way, and would take
 * everything behind them for their content. Components, which only `.mdx` reads, are reported.
 */
export function selfClosedTags() {
  const components = new RegExp(
    `<(${['Embed', ...siteComponents.map(({ name }) => name)].join('|')})(?=[\\s/>])`,
  );
  return (tree: Root, file: VFile) => {
    visit(tree, (node) => {
      if (node.type === 'html') {
        const name = components.exec(node.value)?.[1];
        if (name !== undefined)
          report(file, problem('text/component-in-markdown', { name }, positionOf(file, node)));
        node.value = node.value.replaceAll(selfClosed, (tag, element: string, attributes: string) =>
          voidElement.test(element) || /=[^\s"']*$/.test(attributes)
            ? tag
            : `<${element}${attributes}></${element}>`,
        );
      }
      if (node.type !== 'paragraph') return;
      const [first] = node.children;
      if (first?.type === 'text' && /^import\s+[\w*{][^\n]*\sfrom\s+['"“”‘’]/.test(first.value))
        report(file, problem('text/import-in-markdown', {}, positionOf(file, node)));
    });
  };
}
