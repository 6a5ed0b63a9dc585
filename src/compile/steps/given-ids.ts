import type { Root } from 'hast';
import { visit } from '../../document/visit.ts';

/** Makes ids of what leads to a place in other ways: `<a name="x">`, and an id behind the language of a block of code. */
export function givenIds() {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      const { name, id } = node.properties;
      if (node.tagName === 'a' && typeof name === 'string') {
        delete node.properties['name'];
        if (id === undefined && name !== '') node.properties['id'] = name;
      }
      const [code] = node.tagName === 'pre' ? node.children : [];
      const given = code?.type === 'element' ? code.properties['dataId'] : undefined;
      if (code?.type !== 'element' || typeof given !== 'string') return;
      delete code.properties['dataId'];
      node.properties['id'] = given;
    });
  };
}
