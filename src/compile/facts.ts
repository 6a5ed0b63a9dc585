import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { TextFacts } from '../document/essay.ts';
import type { Heading } from '../document/outline.ts';
import { countWords } from '../document/reading-time.ts';

/** Elements whose words are not read in a line with the text. The notes at the end are left out as well. */
const apart = new Set(['figure', 'pullquote', 'svg', 'table', 'sup', 'script', 'style']);

/**
 * Writes down what the rest of the site wants to know about a text: its headings and its number of words.
 * They leave through the frontmatter channel, the only one that survives Astro's cache of rendered Markdown.
 */
export function facts() {
  return (tree: Root, file: VFile) => {
    const frontmatter = file.data.astro?.frontmatter;
    if (!frontmatter) return;
    const headings: Heading[] = [];
    const texts: string[][] = [[]]; // the introduction's words, then those of each heading's section
    visit(tree, (node) => {
      if (node.type === 'text') texts.at(-1)?.push(node.value);
      if ('name' in node && typeof node.name === 'string' && apart.has(node.name.toLowerCase())) return SKIP;
      if (node.type !== 'element') return;
      if (apart.has(node.tagName) || 'dataFootnotes' in node.properties) return SKIP;
      if ('dataPagefindIgnore' in node.properties) return SKIP; // what the site says where a text was taken out
      const level = /^h([2-6])$/.exec(node.tagName)?.[1];
      if (level && typeof node.properties['id'] === 'string') {
        headings.push({ level: Number(level), id: node.properties['id'], text: textOf(node), words: 0 });
        texts.push([]);
      }
      return;
    });
    const language = typeof frontmatter['language'] === 'string' ? frontmatter['language'] : 'en';
    const counts = texts.map((text) => countWords(text.join(' '), language));
    const facts: TextFacts = {
      headings: headings.map((heading, index) => ({ ...heading, words: counts[index + 1] ?? 0 })),
      words: counts.reduce((sum, count) => sum + count, 0),
    };
    frontmatter['facts'] = facts;
  };
}
