import type { Nodes, Root } from 'hast';
import { EXIT, visit } from 'unist-util-visit';

/** True where some node of a tree passes a test. Lets a step that needs a large library skip most texts. */
export function contains(tree: Root, test: (node: Nodes) => boolean): boolean {
  let found = false;
  visit(tree, (node) => {
    if (!test(node)) return;
    found = true;
    return EXIT;
  });
  return found;
}
