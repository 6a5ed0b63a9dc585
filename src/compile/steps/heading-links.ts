import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { fragmentOf } from '../../document/address.ts';
import { headingName } from '../../document/heading-name.ts';
import { SKIP, visit } from '../../document/visit.ts';

/**
 * Puts a link to itself beside every heading that has an id. It is next to the heading, not inside, so
 * that the heading's name stays the author's words alone.
 */
export function headingLinks({ label }: { label: (heading: string) => string }) {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      if ('dataFootnotes' in node.properties) return SKIP;
      if (!/^h[2-6]$/.test(node.tagName) || !parent || index === undefined) return;
      const id = node.properties['id'];
      if (typeof id !== 'string' || id === '') return;
      const href = fragmentOf(id);
      const link = h('a.heading-link', { href, ariaLabel: label(headingName(node)) }); // its sign is in the style
      const line: Element = h(`div.heading.${node.tagName}`, [node, link]);
      parent.children[index] = line;
      return SKIP;
    });
  };
}
