import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { isCommentCount } from '../document/comment-counts.ts';
import type { Document } from '../document/document.ts';
import { isReadingTimes } from '../document/reading-times.ts';
import { SKIP, visit } from '../document/visit.ts';

/** Everything that a finished text refers to, in the order of the text. */
export function collected(
  tree: Root,
): Pick<Document<unknown>, 'links' | 'notes' | 'pictures' | 'components'> {
  const found: ReturnType<typeof collected> = { links: [], notes: [], pictures: [], components: [] };
  const components = new Set<string>();
  visit(tree, (node): undefined | typeof SKIP => {
    const line = node.position?.start.line ?? 0;
    if (/^mdx(?:Flow|Text)Expression$|^mdxjsEsm$/.test(node.type)) components.add('{}');
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      components.add(node.name ?? '{}');
    if (node.type !== 'element' || isCommentCount(node)) return;
    if (isReadingTimes(node)) return SKIP;
    const { href, src, alt, id } = node.properties;
    if (node.tagName === 'a' && typeof href === 'string') found.links.push({ address: href, line });
    if (node.tagName === 'img' && isBeside(src))
      found.pictures.push({ source: src, alt: typeof alt === 'string' ? alt : '', line });
    if (node.tagName === 'li' && typeof id === 'string' && /^fn-/.test(id))
      found.notes.push({
        id,
        text: textOf(node).replaceAll(/\s+/g, ' ').trim(),
      });
    return;
  });
  found.components = [...components];
  return found;
}

/** True for the address of a file beside the text. */
export function isBeside(source: unknown): source is string {
  return typeof source === 'string' && !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(source);
}
