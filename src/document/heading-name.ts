import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { isCitation } from './citation-mark.ts';
import { readText } from './read-text.ts';

/**
 * What a heading is called wherever else it is named, as in the contents: its words in one line, without the marks of
 * notes, and without those of citations unless it is nothing else.
 */
export function headingName(heading: Element): string {
  const words = structuredClone(heading);
  visit(words, 'element', (node) => {
    if (isCitation(node)) node.children = [{ type: 'text', value: citation }];
  });
  return inOneLine(readText(words).replaceAll(citations, '')) || inOneLine(readText(heading));
}

/** Stands for a citation. No text has it. */
const citation = '\0';

/** Citations with the brackets around them, which are no part of their links, and the space before. */
const citations = /\s*(?:[[(]\0(?:; \0)*[\])]|\0)/g;

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
