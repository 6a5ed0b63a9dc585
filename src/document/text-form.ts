import type { ElementContent, Root, RootContent } from 'hast';
import { isCommentCount } from './comment-counts.ts';
import { isReadingTimes } from './reading-times.ts';

/**
 * A text without nodes of MDX, for everything that is no page: search, feeds, books. What stands for an author's own
 * component is, in this order: its attribute `text="…"`; what stands between its tags; nothing. An expression that
 * has to be computed has no text. Counts of comments, and when each section begins in a recording, are left out.
 */
export function textForm(body: Root): ElementContent[] {
  return body.children.flatMap(plain);
}

function plain(node: RootContent): ElementContent[] {
  switch (node.type) {
    case 'element':
      return isCommentCount(node) || isReadingTimes(node)
        ? []
        : [{ ...node, children: node.children.flatMap(plain) }];
    case 'text':
      return [node];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const text = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'text');
      const value = text && typeof text.value === 'string' ? text.value : '';
      if (value === '') return node.children.flatMap(plain);
      const words: ElementContent = { type: 'text', value };
      if (node.type === 'mdxJsxTextElement') return [words];
      return [{ type: 'element', tagName: 'p', properties: {}, children: [words] }];
    }
    default:
      return [];
  }
}
