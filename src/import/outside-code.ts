import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from '../document/visit.ts';

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
 * @param pattern with the flag `g`
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
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { index } = match;
    const code = spans.find(([from, to]) => index >= from && index < to);
    if (code) {
      pattern.lastIndex = code[1]; // what begins in code must not hide what begins behind it
      continue;
    }
    const made = replacement(match, lineAt(text, index));
    if (match[0] === '') pattern.lastIndex += 1;
    if (made === null) continue;
    result += text.slice(end, index) + made;
    end = index + match[0].length;
  }
  return result + text.slice(end);
}

/** Counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
