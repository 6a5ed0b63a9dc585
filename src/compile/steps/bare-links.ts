import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from '../../document/visit.ts';

/** Marks links whose words are their own address, so that paper does not print it twice. */
export function bareLinks() {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      if (node.tagName === 'a' && textOf(node) === node.properties['href'])
        node.properties['className'] = ['bare'];
    });
  };
}
