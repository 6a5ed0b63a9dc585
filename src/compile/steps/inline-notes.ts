import type { FootnoteDefinition, Parents, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { matchesIn, type Place, phrasingParents, replaceBetween } from '../phrasing.ts';
import { positionOf, report } from '../report.ts';
import { inlineNotePrefix } from './inline-note-ids.ts';

declare module 'vfile' {
  interface DataMap {
    /** How many notes without a name the text has so far. */
    inlineNotes: number;
  }
}

/** Makes a note of `^[words]`, which may hold other marks, as if it were written with a name and at the end. */
export function inlineNotes() {
  return (tree: Root, file: VFile) => {
    if (!String(file.value).includes('^[')) return;
    const definitions: FootnoteDefinition[] = [];
    const used = new Set<string>();
    visit(tree, 'footnoteDefinition', ({ identifier }) => void used.add(identifier));
    let number = file.data.inlineNotes ?? 0;
    const inParent = (parent: Parents) => {
      for (;;) {
        const [open] = matchesIn(parent.children, /\^\[/g);
        if (!open) return;
        const close = closing(parent.children, { child: open.child, at: open.at + 2 });
        if (!close) {
          report(file, problem('text/unclosed-note', {}, positionOf(file, parent.children[open.child])));
          return;
        }
        do number += 1;
        while (used.has(`${inlineNotePrefix}${number}`));
        const identifier = `${inlineNotePrefix}${number}`;
        replaceBetween(parent, { ...open, length: 2 }, { ...close, length: 1 }, (children) => {
          const position = children[0]?.position;
          definitions.push({
            type: 'footnoteDefinition',
            identifier,
            label: identifier,
            children: [{ type: 'paragraph', children, ...(position ? { position } : {}) }],
            ...(position ? { position } : {}),
          });
          return { type: 'footnoteReference', identifier, label: identifier };
        });
      }
    };
    for (const parent of [...phrasingParents(tree)]) inParent(parent);
    for (const definition of definitions) {
      for (const parent of [...phrasingParents(definition)]) inParent(parent); // a note in a note
      tree.children.push(definition);
    }
    file.data.inlineNotes = number;
  };
}

/** The bracket that closes a note, those inside of it passed over. */
function closing(children: readonly RootContent[], from: Place): Place | null {
  let depth = 0;
  for (const { child, at, match } of matchesIn(children, /[[\]]/g, from)) {
    if (match[0] === '[') depth += 1;
    else if (depth === 0) return { child, at };
    else depth -= 1;
  }
  return null;
}
