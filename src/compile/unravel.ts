import type { PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Takes the paragraph away from around components and expressions that are alone on their lines, as MDX does: a
 * `<Figure>` is not part of a paragraph.
 */
export function unravel() {
  return (tree: Root) => {
    visit(tree, 'paragraph', (node, index, parent) => {
      if (!parent || index === undefined) return;
      const alone = node.children.filter((child) => !isSpace(child));
      if (alone.length === 0 || !alone.every((child) => child.type in flowType)) return;
      for (const child of alone) Object.assign(child, { type: flowType[child.type] });
      Object.assign(parent, { children: parent.children.toSpliced(index, 1, ...alone) });
      return index;
    });
  };
}

const flowType: Readonly<Record<string, string>> = {
  mdxJsxTextElement: 'mdxJsxFlowElement',
  mdxTextExpression: 'mdxFlowExpression',
};

function isSpace(node: PhrasingContent): boolean {
  return node.type === 'text' && /^[\t\r\n ]*$/.test(node.value);
}
