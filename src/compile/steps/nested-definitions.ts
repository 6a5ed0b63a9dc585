import type { Paragraph, PhrasingContent, Root } from 'mdast';
import type { DefListDescriptionNode, DefListNode, DefListTermNode } from 'mdast-util-definition-list';
import { visit } from '../../document/visit.ts';

/** Makes a definition list of `Term` and `: Meaning` in an item of a list, where the parser reads a paragraph. */
export function nestedDefinitions() {
  return (tree: Root) => {
    visit(tree, 'paragraph', (node, index, parent) => {
      if (parent?.type !== 'listItem' || index === undefined) return;
      const made = listOf(node);
      if (made) Object.assign(parent, { children: parent.children.toSpliced(index, 1, made) });
    });
  };
}

function listOf(paragraph: Paragraph): DefListNode | null {
  const lines = linesOf(paragraph.children);
  const first = lines.findIndex((line) => isMeaning(line));
  if (first < 1) return null;
  const children = lines.map((line): DefListTermNode | DefListDescriptionNode => {
    const [start, ...rest] = line;
    if (start?.type !== 'text' || !isMeaning(line)) return { type: 'defListTerm', children: line };
    const content = [{ ...start, value: start.value.replace(/^:[ \t]+/, '') }, ...rest];
    return {
      type: 'defListDescription',
      spread: false,
      children: [{ type: 'paragraph', children: content }],
    };
  });
  const list: DefListNode = { type: 'defList', children };
  return { ...list, ...(paragraph.position ? { position: paragraph.position } : {}) };
}

function isMeaning([start]: readonly PhrasingContent[]): boolean {
  return start?.type === 'text' && /^:[ \t]+\S?/.test(start.value);
}

function linesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of children) {
    if (node.type !== 'text') {
      lines.at(-1)?.push(node);
      continue;
    }
    for (const [index, value] of node.value.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (value !== '') lines.at(-1)?.push({ ...node, value });
    }
  }
  return lines;
}
