import type { ElementContent } from 'hast';

/** A text without ids, for where several stand on one page: a link to one would lead to the first of them. */
export function withoutIds(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element' || node.tagName === 'svg') return [node];
    const { id, ariaLabelledBy, ...properties } = node.properties;
    const isMark = id !== undefined && node.children.length === 0 && /^(?:a|span)$/.test(node.tagName);
    return isMark ? [] : [{ ...node, properties, children: withoutIds(node.children) }];
  });
}
