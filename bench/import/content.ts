import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from '../../src/document/visit.ts';

/** What a reader should find of a source: the count is independent of the engine, whose own check it tries. */
export interface SourceContent {
  words: { word: string; line: number }[];
  pictures: { line: number }[];
}

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath, { singleDollarTextMath: false })
  .freeze();
const mdx = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

/** A letter of a script that writes no spaces counts as a word. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+/gu;

/** The name of an emoji between spaces, which is printed as that sign. */
const sign = /(?<!\S):[a-z][\w+-]*:(?!\S)/g;

/** The words and pictures of a source, without its frontmatter, tags of template languages, formulas, comments and tags of HTML. */
export function sourceContent(source: string, isMdx: boolean): SourceContent {
  const text = source
    .replace(/^\uFEFF?\s*(---|\+\+\+)[ \t]*\r?\n[\s\S]*?\r?\n\1[ \t]*(?=\r?\n|$)/, blank)
    .replaceAll(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, blank)
    .replaceAll(/^( {0,3})~{3,}([^~\n]+)~{3,}[ \t]*$/gm, '$1$2'); // to other programs no code begins here
  const content: SourceContent = { words: [], pictures: [] };
  visit(treeOf(text, isMdx), (node) => {
    const line = node.position?.start.line ?? 0;
    if (node.type === 'image' || node.type === 'imageReference') content.pictures.push({ line });
    if (node.type === 'text') add(node.value.replaceAll(sign, ' '), line);
    if (node.type === 'inlineCode' || node.type === 'code')
      add(node.value, node.type === 'code' && node.lang !== undefined ? line + 1 : line);
    if (node.type === 'html') addHtml(node.value, line);
  });
  return content;

  function add(words: string, line: number): void {
    words.split('\n').forEach((one, index) => {
      for (const [found] of comparable(one).matchAll(word))
        content.words.push({ word: found, line: line + index });
    });
  }

  function addHtml(html: string, line: number): void {
    const tree = fromHtml(html, { fragment: true });
    for (const [index, one] of html.split('\n').entries())
      for (const _ of one.matchAll(/<img\b/gi)) content.pictures.push({ line: line + index });
    visit(tree, 'element', (node) => {
      if (/^(?:script|style)$/.test(node.tagName)) node.children = [];
    });
    visit(tree, 'text', ({ value, position }) => add(value, line + (position?.start.line ?? 1) - 1));
  }
}

/** Counts of the words of an essay's page, its title included, and its pictures. */
export function pageContent(html: string): { words: Map<string, number>; pictures: number } {
  const page = fromHtml(html);
  const parts = [select('article.essay h1', page), select('article.essay .prose', page)];
  const words = new Map<string, number>();
  let pictures = 0;
  for (const part of parts) {
    if (!part) continue;
    pictures += selectAll('img', part).length;
    const code = selectAll('code, pre', part).map((one) => textOf(one)); // colours split words
    const texts: string[] = [];
    visit(part, 'text', ({ value }) => void texts.push(value));
    const [whole, pieces] = [counts([textOf(part), ...code]), counts(texts)];
    for (const one of new Set([...whole.keys(), ...pieces.keys()]))
      words.set(one, Math.max(words.get(one) ?? 0, whole.get(one) ?? 0, pieces.get(one) ?? 0));
  }
  return { words, pictures };
}

function counts(texts: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const text of texts)
    for (const [one] of comparable(text).matchAll(word)) found.set(one, (found.get(one) ?? 0) + 1);
  return found;
}

function treeOf(text: string, isMdx: boolean): Nodes {
  try {
    return isMdx ? mdx.parse(text) : markdown.parse(text);
  } catch {
    return markdown.parse(text);
  }
}

function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, '');
}
