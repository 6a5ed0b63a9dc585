import type { PhrasingContent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from '../document/visit.ts';
import { wordElements } from '../document/word-elements.ts';

/**
 * Takes the paragraph away from around components and expressions that are alone on their lines, as MDX does: a
 * `<Figure>` is not part of a paragraph. Elements that are words, such as `<kbd>` and `<a>`, stay one, as in Markdown.
 */
export function unravel() {
  return (tree: Root) => {
    visit(tree, 'paragraph', (node, index, parent) => {
      if (!parent || index === undefined) return;
      const alone = node.children.filter((child) => !isSpace(child));
      if (alone.length === 0 || !alone.every((child) => child.type in flowType)) return;
      if (alone.every(isWords)) return;
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

const words: ReadonlySet<string> = new Set(wordElements);

/** True for an element that is part of a line and has something in it. */
function isWords(node: PhrasingContent): boolean {
  return node.type === 'mdxJsxTextElement' && words.has(node.name ?? '') && textOf(node).trim() !== '';
}

function isSpace(node: PhrasingContent): boolean {
  return node.type === 'text' && /^[\t\r\n ]*$/.test(node.value);
}
