import type { Element, Root } from 'hast';
import type { Node } from 'unist';
import { visit } from '../../document/visit.ts';

/** How the name of a note without one begins until its id is decided; a number follows. */
export const inlineNotePrefix = 'inline-note-';

/** True for the id of a note to which its author gave no name. */
export function isInlineNote(id: string | null): boolean {
  return id !== null && /^fn-inline-note-\d+$/.test(id);
}

/** Gives notes without a name the ids that were decided for them, and their references with their links the same names. */
export function nameNotes(tree: Root, notes: readonly { tag: Node; id: string }[]): void {
  const names = new Map<string, string>();
  for (const { tag, id } of notes) {
    const before = isElement(tag) ? tag.properties['id'] : undefined;
    if (typeof before === 'string' && isInlineNote(before))
      names.set(before.slice('fn-'.length), id.replace(/^fn-/, ''));
  }
  if (names.size === 0) return;
  const mark = new RegExp(`^(#?)(fn|fnref)-(${inlineNotePrefix}\\d+)(-\\d+)?$`);
  visit(tree, 'element', ({ properties }) => {
    for (const key of ['href', 'id'])
      if (typeof properties[key] === 'string')
        properties[key] = properties[key].replace(
          mark,
          (whole, hash: string, kind: string, old: string, again = '') => {
            const name = names.get(old);
            return name === undefined ? whole : `${hash}${kind}-${name}${again}`;
          },
        );
  });
}

function isElement(node: Node): node is Element {
  return node.type === 'element';
}
