import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { isUprightText } from '../../document/script.ts';
import { visit } from '../../document/visit.ts';

/** Marks stressed words in a script without italics, for which the style has another sign than a slant. */
export function uprightEmphasis() {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      if (node.tagName === 'em' && isUprightText(textOf(node))) node.properties['className'] = ['upright'];
    });
  };
}
