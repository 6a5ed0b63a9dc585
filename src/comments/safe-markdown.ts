import type { Element, ElementContent, Parents, Root, RootContent } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { findAndReplace } from 'mdast-util-find-and-replace';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { toHast } from 'mdast-util-to-hast';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { limits } from '../document/comment-limits.ts';
import { cleanCharacters, cleanText } from './clean-text.ts';
import { isPublicAddress } from './comment.ts';

/** How deep quotes, lists and emphasis may stand in one another; a thread of mails seldom has more. */
const deepest = 6;

/** Parts of Markdown that a comment does not have: they stay the text that was typed. */
const never = [
  'htmlFlow',
  'htmlText',
  'headingAtx',
  'setextUnderline',
  'thematicBreak',
  'definition',
  'labelStartImage',
  'codeIndented',
];

/**
 * Marks that a text may not use when it has more of them than any reader writes; they stay the text that was typed. The
 * parser's time grows with the square or the cube of their number (1,600 pairs of `*` took it 7 seconds).
 */
const tooMany: readonly { construct: string; mark: RegExp; most: number }[] = [
  { construct: 'attention', mark: /\*+|_+/g, most: 600 },
  { construct: 'attention', mark: /(?<![*_])(?:(?<=[^\s*_])[*_]{20,}|[*_]{20,}(?=[^\s*_]))/g, most: 0 },
  { construct: 'labelStartLink', mark: /\[/g, most: 300 },
  { construct: 'codeText', mark: /`+/g, most: 600 },
];

/** Everything that may stand in a comment. The parser above makes nothing else; this holds should it ever do so. */
const schema: Schema = {
  tagNames: ['p', 'em', 'strong', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'br'],
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https', 'Http', 'Https', 'HTTP', 'HTTPS'] },
  strip: ['script', 'style', 'title', 'textarea', 'template'],
  ancestors: { li: ['ul', 'ol'] },
  allowComments: false,
  allowDoctypes: false,
};

/**
 * A comment's text as elements that are safe to show, whatever was typed: paragraphs, emphasis, code, quotes, lists,
 * links and line breaks. HTML is shown as the text that it is. Links are absolute http(s) addresses with
 * `rel="ugc nofollow noopener"`; every other link is its words. Each block takes its direction from its own text.
 * Words have no longest length here: the style sheet breaks them.
 * @param text Markdown; what goes beyond 10,000 characters is cut off, with `…`
 */
export function commentTree(text: string): RootContent[] {
  const shortened = cut(text);
  const plain = plainParagraphs(shortened);
  if (plain !== null) return plain;
  const source = withShallowMarks(shortened);
  const excess = tooMany.filter(({ mark, most }) => (source.match(mark)?.length ?? 0) > most);
  const disable = { null: [...never, ...excess.map(({ construct }) => construct)] };
  const markdown = fromMarkdown(source, {
    extensions: [{ disable }, gfmAutolinkLiteral()],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  });
  findAndReplace(markdown, [/\n/g, () => ({ type: 'break' })]); // who presses Enter wants a new line
  const clean = sanitize(toHast(markdown), schema);
  const children = clean.type === 'root' ? clean.children : [];
  const root: Root = { type: 'root', children: children.filter((node) => node.type !== 'doctype') };
  finish(root, 0);
  return root.children;
}

/** Whatever could mean something in Markdown, or be taken for an address. */
const marked = /[\\`*_[\]<>&#~|+=@\t]|:\/\/|www\.|^ | $|^-|^\d+[.)]/imu;

/**
 * A text without any mark as its paragraphs, as the parser would make them; most comments are such, and this takes a
 * hundredth of its time.
 * @returns null where something may be a mark
 */
function plainParagraphs(text: string): RootContent[] | null {
  if (marked.test(text)) return null;
  const paragraphs = text.split(/\n{2,}/).map((paragraph): Element => {
    const lines = paragraph.split('\n').map((value): ElementContent => ({ type: 'text', value }));
    const broken = lines.flatMap((line, index): ElementContent[] =>
      index === 0 ? [line] : [lineBreak(), { type: 'text', value: '\n' }, line],
    );
    return { type: 'element', tagName: 'p', properties: { dir: 'auto' }, children: broken };
  });
  return paragraphs.flatMap((paragraph, index): RootContent[] =>
    index === 0 ? [paragraph] : [{ type: 'text', value: '\n' }, paragraph],
  );
}

function lineBreak(): Element {
  return { type: 'element', tagName: 'br', properties: {}, children: [] };
}

/** Cleaning is spared what will be cut off. */
function cut(text: string): string {
  const clean = cleanText(text.slice(0, 4 * limits.text));
  return clean.length <= limits.text ? clean : `${clean.slice(0, limits.text).toWellFormed()}…`;
}

/**
 * The source with a backslash wherever a line would open more quotes and lists than may stand in one another: a
 * parser's time and a program's stack grow with depth.
 */
function withShallowMarks(text: string): string {
  const marker = String.raw`[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))`;
  return text.replaceAll(new RegExp(`^((?:${marker}){${deepest}}[ \\t]*\\d*)(?=[>+*.)-])`, 'gm'), '$1\\');
}

/** Gives links and blocks their attributes, cleans text that was written as character references, and ends depth. */
function finish(parent: Parents, depth: number): void {
  const children = parent.children.flatMap((node): typeof parent.children => {
    if (node.type === 'text') return [{ type: 'text', value: cleanCharacters(node.value) }];
    if (node.type !== 'element') return [];
    delete node.position; // a third of the size of what is stored
    if (node.tagName === 'li' && depth > deepest) {
      finish(node, depth);
      return node.children;
    }
    const nests = /^(?:blockquote|ul|ol|em|strong)$/.test(node.tagName);
    finish(node, depth + (nests ? 1 : 0));
    if (nests && depth >= deepest) return node.children;
    if (node.tagName === 'a') return link(node);
    if (/^(?:p|pre|li)$/.test(node.tagName)) node.properties = { dir: 'auto' };
    if (node.tagName === 'ol') node.properties = listStart(node);
    return [node];
  });
  Object.assign(parent, { children });
}

function link(node: Element): ElementContent[] {
  const { href } = node.properties;
  if (typeof href !== 'string' || href.length > limits.address || !isPublicAddress(href))
    return node.children;
  node.properties = { href: new URL(href).href, rel: ['ugc', 'nofollow', 'noopener'] };
  return [node];
}

/** A list may begin with another number than 1, but not with one that has no room before the line. */
function listStart(node: Element): Element['properties'] {
  const { start } = node.properties;
  return typeof start === 'number' && start >= 0 && start <= 999 ? { start } : {};
}
