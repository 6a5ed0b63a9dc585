import type { Element, Parents, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { type CommentCount, commentCounts, countClass } from '../../document/comment-counts.ts';
import type { CommentOrPlace } from '../../document/shown-comment.ts';

declare module 'vfile' {
  interface DataMap {
    /** The comments on the text. */
    comments: readonly CommentOrPlace[];
  }
}

/** What the links with counts are called, in the language of the text. */
export interface CommentCountWords {
  onSection(count: number): string;
  onParagraph(count: number): string;
  onPassage(count: number): string;
}

/** A heading's line, and the comments on what stands under it. */
interface Line {
  element: Element;
  count: CommentCount | null;
}

/**
 * Puts a link with the number of comments into each block that has some, and beside the heading of its section. The
 * number is in an attribute, from which the style sheet shows it: no search, copy or quote takes it for the author's.
 * A block that cannot hold a link, such as a line or an author's own component, has none.
 */
export function numberComments({ words }: { words: CommentCountWords }) {
  return (tree: Root, file: VFile) => {
    const counts = commentCounts(file.data.comments ?? []);
    if (counts.size === 0) return;
    const order = new Map((file.data.comments ?? []).map(({ id }, index) => [id, index]));
    const lines: Line[] = [];
    let line: Line | null = null;
    const walk = (parent: Parents) => {
      for (const node of parent.children) {
        if (!('children' in node)) continue;
        if (node.type !== 'element') {
          walk(node);
          continue;
        }
        const { id, className, dataFootnotes } = node.properties;
        if (/^(?:svg|math|a|button|summary)$/.test(node.tagName)) continue;
        if (dataFootnotes !== undefined) line = null; // a note is part of no section
        if (Array.isArray(className) && className.includes('heading')) {
          line = { element: node, count: null };
          lines.push(line);
        }
        const count = typeof id === 'string' ? counts.get(id) : undefined;
        walk(node);
        if (!count) continue;
        if (line) line.count = together(line.count, count, order);
        if (/^h[1-6]$/.test(node.tagName)) continue;
        const label = node.tagName === 'p' ? words.onParagraph : words.onPassage;
        lastIn(node)?.children.push(link(count, label(count.count)));
      }
    };
    walk(tree);
    for (const { element, count } of lines)
      if (count) element.children.push(link(count, words.onSection(count.count)));
  };
}

function link({ count, first }: CommentCount, label: string): Element {
  return h('a', { className: [countClass], href: `#${first}`, ariaLabel: label, dataCount: String(count) });
}

function together(
  before: CommentCount | null,
  { count, first }: CommentCount,
  order: ReadonlyMap<string, number>,
): CommentCount {
  if (!before) return { count, first };
  const isEarlier = (order.get(first) ?? 0) < (order.get(before.first) ?? 0);
  return { count: before.count + count, first: isEarlier ? first : before.first };
}

/** The last element inside that may hold a link at its end; null where there is none. */
function lastIn(element: Element): Element | null {
  if (/^(?:img|hr|br|input|picture|video|audio|canvas|iframe|object|code|pre)$/.test(element.tagName))
    return null;
  if (!/^(?:ul|ol|dl|table|thead|tbody|tfoot|tr|figure|blockquote)$/.test(element.tagName)) return element;
  for (const child of element.children.toReversed()) {
    const inner = child.type === 'element' ? lastIn(child) : null;
    if (inner) return inner;
  }
  return null;
}
