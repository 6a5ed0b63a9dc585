import type { Nodes as HtmlNodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** Words and numbers in the order in which they are read. */
export function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * The words of an article in HTML, of a page or of another form: without what only leads elsewhere (marks of notes,
 * links back, links of headings) and what is there for the eye alone; a formula is its TeX, a picture what it says.
 */
export function htmlWords(html: string): string[] {
  return tokens(wordsIn(fromHtml(html, { fragment: true })));
}

function wordsIn(node: HtmlNodes): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return 'children' in node ? node.children.map(wordsIn).join('') : '';
  const { role, ariaHidden, className, alt, alttext } = node.properties;
  if (role === 'doc-noteref' || role === 'doc-backlink' || ariaHidden === 'true') return '';
  if ([className].flat().some((name) => name === 'heading-link' || name === 'reading-times')) return '';
  if (node.tagName === 'img') return ` ${alt} `;
  if (typeof alttext === 'string') return ` ${alttext} `;
  if (node.tagName === 'annotation') return ` ${textOf(node)} `;
  if (node.tagName === 'math' || node.tagName === 'semantics') {
    const hasTex = JSON.stringify(node).includes('"annotation"');
    return node.children.map((child) => (hasTex && !isTex(child) ? '' : wordsIn(child))).join('');
  }
  if (node.tagName === 'svg')
    return node.children
      .map((child) =>
        child.type === 'element' && /^(?:title|desc)$/.test(child.tagName) ? ` ${textOf(child)} ` : '',
      )
      .join('');
  const isBlock =
    /^(?:p|h\d|li|ul|ol|dt|dd|dl|td|th|tr|pre|section|div|figure|figcaption|blockquote|aside|details|summary)$/;
  const children = // without what the site calls the list of notes
    'dataFootnotes' in node.properties ? node.children.filter((one) => !isHeading(one)) : node.children;
  const inside = children.map(wordsIn).join('');
  return isBlock.test(node.tagName) ? ` ${inside} ` : inside;
}

function isHeading(node: HtmlNodes): boolean {
  return node.type === 'element' && node.tagName === 'h2';
}

function isTex(node: HtmlNodes): boolean {
  return node.type === 'element' && (node.tagName === 'semantics' || node.tagName === 'annotation');
}

/** The words of Markdown, as any reader of it with tables, notes, formulas and callouts has them. */
export function markdownWords(markdown: string): string[] {
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);
  return tokens(
    wordsOf(
      parser.parse(markdown.replace(/^---\n[\s\S]*?\n---\n/, '').replaceAll(/^> \[!\w+\][+-]? /gm, '> ')),
    ),
  );
}

/** A tag inside of a word or between two. */
const inlineTag = /^<\/?(?:a|abbr|bdi|bdo|cite|dfn|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|sub|sup)\b/;

function wordsOf(node: Nodes): string {
  if (node.type === 'html') {
    return (inlineTag.test(node.value) ? '' : ' ') + textOf(fromHtml(node.value, { fragment: true }));
  }
  if (node.type === 'image') return ` ${node.alt} `;
  if (node.type === 'code') return `${/title="([^"]*)"/.exec(node.meta ?? '')?.[1] ?? ''} ${node.value}`;
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const isInline = /^(?:paragraph|heading|emphasis|strong|delete|link)$/.test(node.type);
  return ` ${node.children.map(wordsOf).join(isInline ? '' : ' ')}`.slice(
    isInline && node.type !== 'paragraph' ? 1 : 0,
  );
}

/** The words of plain text below its head. */
export function plainWords(text: string): string[] {
  const body = text.slice(text.indexOf('\n\n\n')).replace(/^(?:Notes|الحواشي|注)$/m, '');
  const plain = body.replaceAll(/^\s*(?:\d+\. |\[\d+\] |- )/gm, '').replaceAll(/\[(?:\d+|x| )\]/g, '');
  return tokens(plain);
}
