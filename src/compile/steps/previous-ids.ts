import type { Element, Parents } from 'hast';
import { h } from 'hastscript';
import { type BlockInTree, isTag, nameOf, type Tag } from '../blocks.ts';

/** The texts of a tombstone, in the language of the text. */
export interface TombstoneWords {
  retired(why: string): string;
  movedTo: string;
}

/**
 * Puts previous ids into the block that has their text now, as empty elements: a link works without any script,
 * nothing is seen and nothing is read out.
 */
export function carryOldIds(tag: Tag, ids: readonly string[]): void {
  const marks = ids.map((id) => h('span', { id }));
  const host = hostIn(tag);
  const [first] = host.children;
  const behind = first && isTag(first) && nameOf(first) === 'figcaption' ? 1 : 0; // a caption must come first
  if (marks.length > 0) host.children.splice(behind, 0, ...marks);
}

/** An element in the position of a retired text, with its ids and the reason. */
export function tombstone(
  { id, also, why, to }: { id: string; also: readonly string[]; why: string | null; to: string | null },
  words: TombstoneWords,
): Element {
  const others = also.map((one) => h('span', { id: one }));
  const text = to === null ? words.retired(why ?? '') : h('a', { href: to }, words.movedTo);
  return h('p.tombstone', { id, dataPagefindIgnore: '' }, [...others, text]);
}

/** Puts an element behind a block, or at the beginning of the text. */
export function putBehind(block: BlockInTree | undefined, element: Element, root: Parents): void {
  const parent = block?.parent ?? root;
  const at = block ? parent.children.indexOf(block.tag) : -1;
  parent.children.splice(at + 1, 0, element);
}

/** The first element inside that may hold a `span`: lists and tables themselves may not. */
function hostIn(tag: Tag): Tag {
  if (!/^(?:ul|ol|dl|table|thead|tbody|tr)$/.test(nameOf(tag))) return tag;
  const inner = tag.children.find((child) => isTag(child) && nameOf(child) !== 'colgroup');
  return inner && isTag(inner) ? hostIn(inner) : tag;
}
