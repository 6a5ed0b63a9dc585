import type { Nodes } from 'hast';

/** The attribute, as hast names it, of what is a citation until a link is made of it. */
export const citationMark = 'dataCitation';

/** Whether a node is a citation, before or after it became a link. */
export function isCitation(node: Nodes): boolean {
  return (
    node.type === 'element' &&
    (citationMark in node.properties || node.properties['role'] === 'doc-biblioref')
  );
}
