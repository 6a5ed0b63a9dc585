import type { Parents, Root } from 'hast';

/** Leaves comments out: they are the author's own, and a page is read by anyone. */
export function withoutComments() {
  return (tree: Root) => clean(tree);
}

function clean(parent: Parents): void {
  if (parent.children.some(({ type }) => type === 'comment'))
    Object.assign(parent, { children: parent.children.filter(({ type }) => type !== 'comment') });
  for (const child of parent.children) if ('children' in child) clean(child);
}
