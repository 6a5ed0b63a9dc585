import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import temml from 'temml';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from './report.ts';

/**
 * Sets mathematics (`$…$`, `$$…$$`) as MathML when the site is built, so that it needs no script, can be
 * read aloud and prints. What TeX it cannot set is reported with its line.
 */
export function math({ label }: { label: (tex: string) => string }) {
  return (tree: Root, file: VFile) => {
    visit(tree, 'element', (node, index, parent) => {
      const classes = [node.properties['className']].flat();
      const display = classes.includes('math-display');
      if (!parent || index === undefined || !(display || classes.includes('math-inline'))) return;
      const tex = textOf(node);
      const formula = set(tex, display, (message) => report(file, node, message));
      const isBlock = parent.type === 'element' && parent.tagName === 'pre';
      if (isBlock)
        Object.assign(parent, {
          tagName: 'section',
          // the id by which a link leads to it, and older ones, which are elements beside the formula
          properties: {
            id: parent.properties['id'],
            className: ['formula'],
            tabIndex: 0,
            ariaLabel: label(tex),
          },
          children: [...parent.children.filter((child) => child !== node), formula],
        });
      else parent.children[index] = formula;
      return SKIP;
    });
  };
}

function set(tex: string, display: boolean, complain: (message: string) => void): Element {
  try {
    const tree = fromHtml(
      temml.renderToString(tex, { displayMode: display, annotate: true, throwOnError: true }),
      { fragment: true },
    );
    visit(tree, 'element', (element) => {
      delete element.properties['style'];
    });
    const formula = tree.children[0];
    if (formula?.type === 'element') return formula;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    complain(`The formula \`${tex}\` cannot be set: ${reason.trim()}.`);
  }
  return { type: 'element', tagName: 'code', properties: {}, children: [{ type: 'text', value: tex }] };
}
