import type { Root } from 'hast';
import { visit } from '../../document/visit.ts';

/**
 * Says in the tree what notes are (references, the list of notes, the way back), and wraps their list in the
 * element that can carry them to the margin. Without script they are notes at the end, linked both ways.
 */
export function notes() {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      if ('dataFootnoteRef' in node.properties) node.properties['role'] = 'doc-noteref';
      if ('dataFootnoteBackref' in node.properties) {
        node.properties['role'] = 'doc-backlink';
        node.properties['className'] = ['back'];
        const again = /-(\d+)$/.exec(String(node.properties['href']))?.[1]; // `#fnref-key-2`
        if (node.children.length > 1 && again) node.properties['dataLetter'] = again;
        node.children = []; // its sign is in the style, so that nobody copies it
        const before = parent?.children[(index ?? 0) - 1];
        if (before?.type === 'text') before.value = before.value.replace(/ $/, '\u00a0'); // alone on no line
      }
      if (!('dataFootnotes' in node.properties) || !parent || index === undefined) return;
      node.properties['role'] = 'doc-endnotes';
      node.properties['ariaLabelledBy'] = ['footnote-label'];
      if (parent.type === 'root') {
        parent.children[index] = { type: 'element', tagName: 'side-notes', properties: {}, children: [node] };
      }
    });
  };
}
