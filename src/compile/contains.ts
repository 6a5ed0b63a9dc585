import type { Nodes } from 'hast';

/** True where some node of a tree passes a test. Lets a step that needs a large library skip most texts. */
export function contains(tree: Nodes, test: (node: Nodes) => boolean): boolean {
  return test(tree) || ('children' in tree && tree.children.some((child) => contains(child, test)));
}
