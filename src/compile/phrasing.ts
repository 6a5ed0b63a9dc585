import type { Parents, PhrasingContent, Root, RootContent } from 'mdast';

/** A place in the text nodes among the children of one parent. */
export interface Place {
  /** Index of the child. */
  child: number;
  /** Index in its text. */
  at: number;
}

/** Matches of a pattern in the text nodes among siblings, in order. @param pattern with the flag `g` */
export function* matchesIn(
  children: readonly RootContent[],
  pattern: RegExp,
  from: Place = { child: 0, at: 0 },
): Generator<Place & { match: RegExpExecArray }> {
  for (const [child, node] of children.entries()) {
    if (node.type !== 'text' || child < from.child) continue;
    for (const match of node.value.matchAll(pattern))
      if (child > from.child || match.index >= from.at) yield { child, at: match.index, match };
  }
}

/**
 * Puts one node in the place of what stands between two marks among siblings.
 * @param make gets what is between the marks
 * @returns the index of the new node
 */
export function replaceBetween(
  parent: { children: RootContent[] },
  open: Place & { length: number },
  close: Place & { length: number },
  make: (inside: PhrasingContent[]) => RootContent,
): number {
  const [first, last] = [parent.children[open.child], parent.children[close.child]];
  if (first?.type !== 'text' || last?.type !== 'text') return open.child;
  const before = first.value.slice(0, open.at);
  const after = last.value.slice(close.at + close.length);
  const inside =
    open.child === close.child
      ? [{ ...first, value: first.value.slice(open.at + open.length, close.at) }]
      : [
          { ...first, value: first.value.slice(open.at + open.length) },
          ...parent.children.slice(open.child + 1, close.child).filter(isPhrasing),
          { ...last, value: last.value.slice(0, close.at) },
        ];
  const made = make(inside.filter((node) => node.type !== 'text' || node.value !== ''));
  const { position } = first;
  const start = position && { ...position, end: last.position?.end ?? position.end };
  if (!made.position && start) made.position = start;
  const parts: RootContent[] = [
    ...(before === '' ? [] : [{ ...first, value: before }]),
    made,
    ...(after === '' ? [] : [{ ...last, value: after }]),
  ];
  parent.children.splice(open.child, close.child - open.child + 1, ...parts);
  return open.child + (before === '' ? 0 : 1);
}

/** The sign before a place among siblings: of the text, or of what is beside it; empty at the beginning. */
export function signBefore(children: readonly RootContent[], { child, at }: Place): string {
  const node = children[child];
  if (node?.type === 'text' && at > 0) return node.value[at - 1] ?? '';
  return child > 0 ? (endOf(children[child - 1]) ?? '') : '';
}

/** The sign at a place among siblings, or the first of what is behind it; empty at the end. */
export function signAt(children: readonly RootContent[], { child, at }: Place): string {
  const node = children[child];
  if (node?.type === 'text' && at < node.value.length) return node.value[at] ?? '';
  return beginningOf(children[child + 1]) ?? '';
}

/** Every parent of phrasing content in a tree, the innermost last. */
export function* phrasingParents(node: Root | RootContent): Generator<Parents> {
  if (!('children' in node)) return;
  yield node;
  for (const child of node.children) yield* phrasingParents(child);
}

function endOf(node: RootContent | undefined): string | undefined {
  if (!node) return undefined;
  if ('children' in node) return endOf(node.children.at(-1));
  return 'value' in node ? node.value.at(-1) : undefined;
}

function beginningOf(node: RootContent | undefined): string | undefined {
  if (!node) return undefined;
  if ('children' in node) return beginningOf(node.children[0]);
  return 'value' in node ? node.value[0] : undefined;
}

function isPhrasing(node: RootContent): node is PhrasingContent {
  return node.type !== 'paragraph';
}
