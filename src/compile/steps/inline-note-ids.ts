import type { Element, Root } from 'hast';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';

/** How the name of a note without one begins until its id is decided; a number follows. */
export const inlineNotePrefix = 'inline-note-';

/** True for the id of a note to which its author gave no name. */
export function isInlineNote(id: string | null): boolean {
  return id !== null && /^fn-inline-note-\d+$/.test(id);
}

/** Gives a note without a name the id that was decided for it, and its references with their links the same name. */
export function nameNote(tree: Root, note: Node, id: string): void {
  if (!isElement(note)) return;
  const before = note.properties['id'];
  if (typeof before !== 'string' || !isInlineNote(before)) return;
  note.properties['id'] = id;
  const [old, name] = [before.slice('fn-'.length), id.replace(/^fn-/, '')];
  const mark = new RegExp(`^(#?)(fn|fnref)-${old}(-\\d+)?$`);
  visit(tree, 'element', ({ properties }) => {
    for (const key of ['href', 'id'])
      if (typeof properties[key] === 'string')
        properties[key] = properties[key].replace(
          mark,
          (_, hash: string, kind: string, again = '') => `${hash}${kind}-${name}${again}`,
        );
  });
}

function isElement(node: Node): node is Element {
  return node.type === 'element';
}
