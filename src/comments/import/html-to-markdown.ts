import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toMdast } from 'hast-util-to-mdast';
import type { PhrasingContent, Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';

/** What HTML keeps on its way to Markdown; the words of other elements stay, those of scripts do not. */
const schema: Schema = {
  tagNames: ['p', 'div', 'em', 'i', 'strong', 'b', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'br'],
  attributes: { a: ['href'] },
  protocols: { href: ['http', 'https'] },
  strip: ['script', 'style', 'title', 'template', 'noscript', 'iframe', 'svg', 'math', 'head', 'object'],
  ancestors: {},
};

/** More than a comment has, in characters, tags and elements in one another; only the words of such a one are kept. */
const most = { characters: 200_000, tags: 2_000, depth: 100 } as const;

/** The text of a comment that another service kept as HTML, as Markdown that shows the same. */
export function htmlToMarkdown(html: string): string {
  const tooMuch = html.length > most.characters || (html.match(/</g)?.length ?? 0) > most.tags;
  const parsed = tooMuch ? null : fromHtml(html, { fragment: true });
  if (parsed === null || isDeeper(parsed, most.depth))
    return plainToMarkdown(html.slice(0, most.characters).replaceAll(/<[^<>]*>/g, ' '));
  const tree = toMdast(sanitize(parsed, schema));
  return tree.type === 'root' ? markdownOf(tree) : '';
}

/** HTML in which line breaks count as they are typed, as WordPress keeps it. */
export function typedHtmlToMarkdown(html: string): string {
  if (/<(?:p|div|ul|ol|pre|blockquote)\b/i.test(html)) return htmlToMarkdown(html);
  const paragraphs = html.replaceAll('\r\n', '\n').split(/\n{2,}/);
  return htmlToMarkdown(paragraphs.map((one) => `<p>${one.trim().replaceAll(/\n/g, '<br>')}</p>`).join('\n'));
}

/** Plain text as Markdown that shows every character of it. */
export function plainToMarkdown(text: string): string {
  return phrasesToMarkdown([{ type: 'text', value: text }]);
}

/** Text and links as Markdown; line breaks in the text stay. */
export function phrasesToMarkdown(children: PhrasingContent[]): string {
  return markdownOf({ type: 'root', children: [{ type: 'paragraph', children }] });
}

/** Looked at level by level, because a program's own stack is what depth fills. */
function isDeeper(tree: Nodes, depth: number): boolean {
  let level: Nodes[] = [tree];
  for (let left = depth; left >= 0 && level.length > 0; left -= 1)
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  return level.length > 0;
}

function markdownOf(tree: Root): string {
  return toMarkdown(tree, { resourceLink: true, bullet: '-' }).trim();
}
