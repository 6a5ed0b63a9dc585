import { toString as textOf } from 'mdast-util-to-string';
import { treeOf } from './outside-code.ts';
import type { Post } from './post.ts';
import { cut } from './post-fields.ts';

/** The first paragraph of words, at most 300 characters of it, ending with a sentence where one ends early enough. */
export function firstWords(text: string, { format }: Post): string | null {
  for (const node of treeOf(text, format).children) {
    if (node.type !== 'paragraph' && node.type !== 'blockquote') continue;
    const words = textOf(node, { includeImageAlt: false, includeHtml: false }).replaceAll(/\s+/g, ' ').trim();
    if (words.length < 20 && !/[\u3040-\u9fff]{8}/.test(words)) continue;
    if (words.length <= 300) return words;
    const [sentences = ''] = /^.{40,299}[.!?。！？؟](?=\s|$|[\u3000-\u9fff])/u.exec(words) ?? [];
    return sentences || cut(words, 300);
  }
  return null;
}
