import type { Element, ElementContent } from 'hast';
import { isCitation } from './citation-mark.ts';
import { readText } from './read-text.ts';

/**
 * What a heading is called wherever else it is named, as in the contents: its words in one line, without the marks of
 * notes, and without those of citations unless it is nothing else.
 */
export function headingName(heading: Element): string {
  const words = readText({ ...heading, children: heading.children.map(withMarks) });
  return inOneLine(words.replaceAll(citations, '')) || inOneLine(readText(heading));
}

/** Stands for a citation. No text has it. */
const citation = '\0';

/** Citations with the brackets around them, which are no part of their links, and the space before. */
const citations = /\s*(?:[[(]\0(?:; \0)*[\])]|\0)/g;

function withMarks(node: ElementContent): ElementContent {
  if (isCitation(node)) return { type: 'text', value: citation };
  return node.type === 'element' ? { ...node, children: node.children.map(withMarks) } : node;
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
