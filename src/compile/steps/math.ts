import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import type Temml from 'temml';
import type { VFile } from 'vfile';
import { beginningOf } from '../../document/beginning-of.ts';
import { problem } from '../../document/problem.ts';
import { SKIP, visit } from '../../document/visit.ts';
import { contains } from '../contains.ts';
import { positionOf, report } from '../report.ts';

/**
 * Renders mathematics (`$…$`, `$$…$$`) as MathML when the site is built, so that it needs no script, can be
 * read aloud and prints. TeX that cannot be rendered is reported with its line.
 */
export function math({ label }: { label: (tex: string) => string }) {
  return async (tree: Root, file: VFile) => {
    if (!contains(tree, (node) => node.type === 'element' && kindOf(node) !== null)) return;
    const { default: temml } = await import('temml');
    visit(tree, 'element', (node, index, parent) => {
      const kind = kindOf(node);
      if (!parent || index === undefined || kind === null) return;
      const tex = textOf(node);
      const formula = render(temml, tex, kind === 'display', (reason) =>
        report(
          file,
          problem(
            'text/formula',
            { tex: beginningOf(tex), reason: beginningOf(reason) },
            positionOf(file, node.position ? node : parent),
          ),
        ),
      );
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

function kindOf({ properties }: Element): 'display' | 'inline' | null {
  const classes = [properties['className']].flat();
  if (classes.includes('math-display')) return 'display';
  return classes.includes('math-inline') ? 'inline' : null;
}

function render(
  temml: typeof Temml,
  tex: string,
  display: boolean,
  complain: (reason: string) => void,
): Element {
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
    complain(reason.trim().replace(/:$/, ''));
  }
  return { type: 'element', tagName: 'code', properties: {}, children: [{ type: 'text', value: tex }] };
}
