import type { Element } from 'hast';
import type { State } from 'hast-util-to-mdast';
import type { Blockquote, Html, PhrasingContent } from 'mdast';

/**
 * A callout as the quotation of which it is made, `> [!TIP] A title`, with `+` or `-` behind the kind where it can be
 * folded; null where an element is none. Its id stands before the words of its title.
 */
export function calloutQuote(state: State, element: Element): Blockquote | null {
  const kind = kindOf(element);
  const [title, ...body] = element.children.filter(({ type }) => type === 'element');
  if (kind === null || title?.type !== 'element') return null;
  const fold = element.tagName !== 'details' ? '' : 'open' in element.properties ? '+' : '-';
  const { id } = element.properties;
  const mark: Html[] = typeof id === 'string' ? [{ type: 'html', value: `<a id="${id}"></a>` }] : [];
  const children: PhrasingContent[] = [
    { type: 'html', value: `[!${kind.toUpperCase()}]${fold} ` },
    ...mark,
    ...state.all(title).filter(isPhrasing),
  ];
  return {
    type: 'blockquote',
    children: [{ type: 'paragraph', children }, ...state.toFlow(state.all({ ...element, children: body }))],
  };
}

function kindOf({ properties }: Element): string | null {
  const names = [properties['className']].flat().map(String);
  const kind = names.includes('callout') && names.find((name) => name.startsWith('callout-'));
  return kind ? kind.slice('callout-'.length) : null;
}

function isPhrasing(node: ReturnType<State['all']>[number]): node is PhrasingContent {
  return node.type !== 'paragraph';
}
