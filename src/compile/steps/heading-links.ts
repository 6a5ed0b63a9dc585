import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { fragmentOf } from '../../document/address.ts';
import { readText } from '../../document/read-text.ts';
import { citationMark } from './citation-marks.ts';

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
      const link = h('a.heading-link', { href, ariaLabel: label(nameOf(node)) }); // its sign is in the style
      const line: Element = h(`div.heading.${node.tagName}`, [node, link]);
      parent.children[index] = line;
      return SKIP;
    });
  };
}

/** The words of a heading; a citation in it is a mark, as that of a note is. */
function nameOf(heading: Element): string {
  const words = structuredClone(heading);
  visit(words, 'element', (node) => {
    if (citationMark in node.properties) node.children = [];
  });
  return readText(words).replaceAll(/\s+/g, ' ').trim();
}
