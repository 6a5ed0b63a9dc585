import type { Node, Parent } from 'unist';
import type { BuildVisitor, VisitorResult } from 'unist-util-visit';

/** What a visitor returns so that what is inside its node is passed over. */
export const SKIP = 'skip';

/** Which nodes are visited: those of a type, those of several types, or all. */
type Types = string | readonly string[];

type LooseVisitor = (node: Node, index: number | undefined, parent: Parent | undefined) => VisitorResult;

/**
 * Visits the nodes of a tree, each before its children. It does what `visit` of `unist-util-visit` does, with its
 * types; that one makes a function and gives it a name for every node, which was 8 % of a first build of 1,000
 * essays (each text is walked some sixty times).
 * @param types left out where every node is visited
 * @param visitor is given the node, its position in its parent and the parent, and may change all of them. It returns
 *   nothing, `SKIP`, `false` to end, the position from which to go on, or `[SKIP, position]`
 */
export function visit<Tree extends Node, Type extends Types>(
  tree: Tree,
  types: Type,
  visitor: BuildVisitor<Tree, Type extends readonly string[] ? Type[number] : Type>,
): void;
export function visit<Tree extends Node>(tree: Tree, visitor: BuildVisitor<Tree>): void;
export function visit(tree: Node, first: Types | LooseVisitor, second?: LooseVisitor): void {
  if (typeof first === 'function') walk(tree, null, first, undefined, undefined);
  else if (second) walk(tree, first, second, undefined, undefined);
}

/** @returns the position of the node to go on with; undefined for the next one, false where the visit has ended */
function walk(
  node: Node,
  types: Types | null,
  visitor: LooseVisitor,
  index: number | undefined,
  parent: Parent | undefined,
): number | undefined | false {
  const isMeant =
    types === null || (typeof types === 'string' ? node.type === types : types.includes(node.type));
  const result = isMeant ? visitor(node, index, parent) : undefined;
  const [action, next] = Array.isArray(result) ? result : [result, undefined];
  if (action === false) return false;
  if (action !== SKIP && isParent(node))
    // a visitor may have given the node other children
    for (let at = 0, child = node.children[at]; child; child = node.children[at]) {
      const following = walk(child, types, visitor, at, node);
      if (following === false) return false;
      at = following ?? at + 1;
    }
  if (typeof next === 'number') return next;
  return typeof action === 'number' ? action : undefined;
}

function isParent(node: Node): node is Parent {
  return 'children' in node && Array.isArray(node.children);
}
