import type { Root } from 'mdast';
import remarkGemoji from 'remark-gemoji';
import { visit } from '../../document/visit.ts';

/** A name between colons that are no part of a time, a ratio or a word. */
const names = /(?<![\p{L}\p{N}:_])(?::(?:\+1|-1|[a-z][\w-]*):)+(?![\p{L}\p{N}:_])/gu;

const insert = remarkGemoji();

/** `:smile:` becomes the sign of that name. A name that is none stays as it is. */
export function emojiNames() {
  return (tree: Root) => {
    visit(tree, 'text', (node) => {
      if (node.value.includes(':')) node.value = node.value.replaceAll(names, named);
    });
  };
}

function named(text: string): string {
  const tree: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
  };
  insert(tree);
  const [paragraph] = tree.children;
  const [result] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  return result?.type === 'text' ? result.value : text;
}
