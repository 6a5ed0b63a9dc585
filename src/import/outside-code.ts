import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const parsers = {
  md: unified().use(remarkParse).use(remarkGfm).freeze(),
  mdx: unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze(),
};

/** The tree of a text, with the offsets of its nodes. A text that is no MDX is read as Markdown. */
export function treeOf(text: string, format: 'md' | 'mdx'): Root {
  try {
    return parsers[format].parse(text);
  } catch {
    return parsers.md.parse(text);
  }
}

/** From the first offset up to the second. */
export type Span = [start: number, end: number];

/** Where the text is code, in which nothing may be changed. */
export function codeSpans(tree: Root): Span[] {
  const spans: Span[] = [];
  visit(tree, ['code', 'inlineCode', 'math', 'inlineMath'], (node) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start !== undefined && end !== undefined) spans.push([start, end]);
  });
  return spans;
}

/**
 * Replaces what a pattern finds, code left as it is.
 * @param replacement gets the match, and the line on which it is; null leaves it
 */
export function replaceOutsideCode(
  text: string,
  format: 'md' | 'mdx',
  pattern: RegExp,
  replacement: (match: RegExpExecArray, line: number) => string | null,
): string {
  pattern.lastIndex = 0;
  if (!pattern.test(text)) return text;
  pattern.lastIndex = 0;
  const spans = codeSpans(treeOf(text, format));
  let result = '';
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index < end || spans.some(([from, to]) => match.index >= from && match.index < to)) continue;
    const made = replacement(match, lineAt(text, match.index));
    if (made === null) continue;
    result += text.slice(end, match.index) + made;
    end = match.index + match[0].length;
  }
  return result + text.slice(end);
}

/** Counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
