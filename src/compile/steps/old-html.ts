import type { Root } from 'hast';
import { visit } from '../../document/visit.ts';

const alone = /^\s*text-align\s*:\s*(center|right|left|start|end|justify)\s*;?\s*$/i;

/** Elements that HTML once had, by what they are today. */
const today: Readonly<Record<string, string>> = {
  acronym: 'abbr',
  big: 'span',
  center: 'div',
  dir: 'ul',
  font: 'span',
  strike: 's',
  tt: 'code',
};

/**
 * Writes HTML of earlier days as it is written now: `<center>`, `align="center"` and `style="text-align: center"` become a
 * class, because the policy of the pages allows no `style=`; `<tt>` becomes `<code>`.
 */
export function oldHtml() {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      const isCentre = node.tagName === 'center';
      if (node.tagName === 'font') node.properties = {}; // colours and sizes of that page, not of this one
      node.tagName = today[node.tagName] ?? node.tagName;
      const { style, align } = node.properties;
      const isCell = /^(?:td|th|col|colgroup|tbody|thead|tfoot|tr|table)$/.test(node.tagName);
      const found = isCentre
        ? 'center'
        : typeof style === 'string'
          ? alone.exec(style)?.[1]
          : !isCell
            ? align
            : undefined;
      if (typeof found !== 'string' || !/^(?:center|right|left|start|end|justify)$/i.test(found)) return;
      if (typeof style !== 'string' || alone.test(style)) delete node.properties['style'];
      delete node.properties['align'];
      const side = found.toLowerCase();
      const name =
        side === 'center' ? 'align-center' : side === 'right' || side === 'end' ? 'align-right' : null;
      if (name === null) return;
      node.properties['className'] = [node.properties['className'] ?? [], name].flat().map(String);
    });
  };
}
