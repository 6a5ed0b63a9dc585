import type {
  MdxJsxFlowElement,
  MdxJsxFlowElementHast,
  MdxJsxTextElement,
  MdxJsxTextElementHast,
} from 'mdast-util-mdx-jsx';

/** A component or an element in JSX in a text, in either kind of tree. */
export type MdxPart = MdxJsxFlowElement | MdxJsxTextElement | MdxJsxFlowElementHast | MdxJsxTextElementHast;

/** An attribute that is written as plain text, `name="…"`; undefined where it is missing or an expression. */
export function attributeOf(part: MdxPart, name: string): string | undefined {
  for (const attribute of part.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name) continue;
    return typeof attribute.value === 'string' ? attribute.value : undefined;
  }
  return undefined;
}
