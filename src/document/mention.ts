import type { Element, ElementContent } from 'hast';
import { select } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { isCommentCount } from './comment-counts.ts';
import type { Document } from './document.ts';
import { essayLink } from './essay-link.ts';
import type { Frontmatter } from './frontmatter.ts';
import { sentences } from './sentences.ts';
import { textForm } from './text-form.ts';

/** A sentence of an essay that links to another essay. */
export interface Mention {
  /** The slug in the link. */
  to: string;
  /** The id of the block that has the sentence; empty where it has none. */
  id: string;
  sentence: string;
}

/** A mention as the page of the essay that is mentioned shows it. */
export interface Mentioned extends Omit<Mention, 'to'> {
  /** Of the essay that has the sentence. */
  slug: string;
  title: string;
  language: string;
}

/** Elements that have lines of their own: a sentence does not go beyond one. */
const lines =
  /^(?:p|h[2-6]|li|dt|dd|td|th|pre|figure|figcaption|caption|summary|details|blockquote|aside|div|section)$/;

/** Elements inside such a one that do not belong to its sentences, besides other lines. */
const apart = /^(?:ul|ol|dl|table|svg)$/;

/**
 * The sentences of an essay that link to other essays, in the order of the text, the first for each essay.
 * @param base the site's `url`
 */
export function mentionsIn(
  { slug, metadata, blocks, body }: Omit<Document<Frontmatter>, 'comments'>,
  base: string,
): Mention[] {
  const ids = new Set(blocks.map((block) => block.id));
  const found = new Map<string, Mention>();
  const visit = (node: ElementContent, id: string, line: ElementContent) => {
    if (node.type !== 'element') return;
    const { id: own, href } = node.properties;
    if (node.tagName === 'a' && typeof href === 'string') {
      const to = essayLink(href, slug, base)?.slug ?? slug;
      if (to !== slug && !found.has(to))
        found.set(to, { to, id, sentence: sentenceWith(node, line, metadata.language) });
    }
    const block = typeof own === 'string' && ids.has(own) ? own : id;
    for (const child of node.children) visit(child, block, lines.test(node.tagName) ? node : line);
  };
  for (const node of textForm(body)) visit(node, '', node);
  return [...found.values()];
}

/** The sentence of a line in which an element begins. */
function sentenceWith(link: Element, line: ElementContent, language: string): string {
  let text = '';
  let start = 0;
  const read = (node: ElementContent) => {
    if (node === link) start = text.length;
    if (node.type === 'text') text = (text + node.value).replaceAll(/\s+/g, ' ');
    if (node.type !== 'element' || (node !== line && isLeftOut(node))) return;
    const { alt } = node.properties;
    if (node.tagName === 'br') text += ' ';
    else if (node.tagName === 'img' && typeof alt === 'string') text += alt;
    else if (node.tagName === 'math')
      text += textOf(select('annotation', node) ?? node); // its TeX
    else for (const child of node.children) read(child);
  };
  read(line);
  const begun = sentences(text, language).findLast((one) => one.start <= start);
  return (begun?.text ?? text).trim();
}

/** Other lines, and what nobody reads in one: marks of notes, counts of comments, what is for the eye alone. */
function isLeftOut(node: Element): boolean {
  const { role, ariaHidden } = node.properties;
  return (
    lines.test(node.tagName) ||
    apart.test(node.tagName) ||
    role === 'doc-noteref' ||
    role === 'doc-backlink' ||
    ariaHidden === 'true' ||
    isCommentCount(node)
  );
}
