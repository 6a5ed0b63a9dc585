import type { Link, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { SKIP, visit } from '../../document/visit.ts';

/** Full-width marks, which are part of no address: there the sentence goes on. */
const mark = /[\u3000-\u3004\u3008-\u3020\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65“”‘’…]/;
/** Arabic marks, which are part of some addresses, but end none. */
const lastMarks = /[،؛؟»]+$/;

/** Ends an address that is written without `<>` before the punctuation of a script that needs no space there. */
export function addressEnds() {
  return (tree: Root, file: VFile) => {
    visit(tree, 'link', (node, index, parent) => {
      if (!parent || index === undefined || !isWrittenBare(node, String(file.value))) return;
      const text = textOf(node);
      const end = mark.exec(text)?.index ?? text.replace(lastMarks, '').length;
      if (end === text.length || end === 0) return;
      node.url = node.url.slice(0, node.url.length - (text.length - end));
      node.children = [{ type: 'text', value: text.slice(0, end) }];
      parent.children.splice(index + 1, 0, { type: 'text', value: text.slice(end) });
      return [SKIP, index + 2];
    });
  };
}

function isWrittenBare({ position, url, children }: Link, source: string): boolean {
  const [text, ...more] = children;
  if (text?.type !== 'text' || more.length > 0 || !url.endsWith(text.value)) return false;
  return /^(?:https?:|www\.)/i.test(source.slice(position?.start.offset));
}
