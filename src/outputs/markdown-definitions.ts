import type { Element } from 'hast';
import type { State } from 'hast-util-to-mdast';
import type { PhrasingContent } from 'mdast';
import type { DefListDescriptionNode, DefListNode, DefListTermNode } from 'mdast-util-definition-list';

/** A definition list: terms, and below each its meanings behind colons. Groups of them in HTML are one list. */
export function definitionList(state: State, list: Element): DefListNode {
  const entries = list.children.filter((child) => child.type === 'element');
  return {
    type: 'defList',
    children: entries.flatMap((entry): (DefListTermNode | DefListDescriptionNode)[] => {
      if (entry.tagName === 'dt')
        return [{ type: 'defListTerm', children: state.all(entry).filter(isPhrasing) }];
      if (entry.tagName !== 'dd') return definitionList(state, entry).children;
      const spread =
        !('dataTight' in entry.properties) &&
        entry.children.some((child) => child.type === 'element' && child.tagName === 'p');
      return [{ type: 'defListDescription', spread, children: state.toFlow(state.all(entry)) }];
    }),
  };
}

function isPhrasing(node: ReturnType<State['all']>[number]): node is PhrasingContent {
  return node.type !== 'paragraph';
}
