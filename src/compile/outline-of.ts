import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { headingName } from '../document/heading-name.ts';
import { countWords } from '../document/reading-time.ts';
import type { Heading } from '../document/section.ts';
import { SKIP, visit } from '../document/visit.ts';

/** The names of the headings of a finished text by their ids. */
export function headingNames(tree: Root): Map<string, string> {
  const names = new Map<string, string>();
  visit(tree, 'element', (node) => {
    const { id } = node.properties;
    if (/^h[2-6]$/.test(node.tagName) && typeof id === 'string') names.set(id, headingName(node));
  });
  return names;
}

/** Elements whose words are not read in a line with the text. The notes at the end are left out as well. */
const outsideOfText = new Set(['figure', 'pullquote', 'svg', 'table', 'sup', 'script', 'style']);

/**
 * The headings of a text, each with the words up to the next, and the words of the whole text.
 * @param tree with the ids of its blocks, before anything is added to its headings
 */
export function outlineOf(tree: Root, language: string): { headings: Heading[]; words: number } {
  const headings: Heading[] = [];
  const texts: string[][] = [[]]; // the introduction's words, then those of each heading's section
  visit(tree, (node) => {
    if (node.type === 'text') texts.at(-1)?.push(node.value);
    if ('name' in node && typeof node.name === 'string' && outsideOfText.has(node.name.toLowerCase()))
      return SKIP;
    if (node.type !== 'element') return;
    if (outsideOfText.has(node.tagName) || 'dataFootnotes' in node.properties) return SKIP;
    if ('dataPagefindIgnore' in node.properties) return SKIP; // what the site says where a text was retired
    const level = /^h([2-6])$/.exec(node.tagName)?.[1];
    if (level && typeof node.properties['id'] === 'string') {
      headings.push({ level: Number(level), id: node.properties['id'], text: textOf(node), words: 0 });
      texts.push([]);
    }
    return;
  });
  const counts = texts.map((text) => countWords(text.join(' '), language));
  return {
    headings: headings.map((heading, index) => ({ ...heading, words: counts[index + 1] ?? 0 })),
    words: counts.reduce((sum, count) => sum + count, 0),
  };
}
