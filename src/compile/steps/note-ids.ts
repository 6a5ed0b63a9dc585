import type { Root } from 'hast';
import { fragmentOf } from '../../document/address.ts';
import { decodedComponent } from '../../document/decoded.ts';
import { visit } from '../../document/visit.ts';

/**
 * The ids of notes and of their marks as they are: Markdown writes them as parts of an address (`fn-%C3%A4`), and a
 * browser would look for one that is written like that. Links to them are addresses.
 */
export function noteIds() {
  return (tree: Root) => {
    visit(tree, 'element', ({ properties }) => {
      const { id, href } = properties;
      if (typeof id === 'string' && /^fn(?:ref)?-/.test(id)) properties['id'] = decodedComponent(id);
      if (typeof href === 'string' && /^#fn(?:ref)?-/.test(href))
        properties['href'] = fragmentOf(decodedComponent(href.slice(1)));
    });
  };
}
