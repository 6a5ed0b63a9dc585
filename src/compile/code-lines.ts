import type { ElementContent } from 'hast';

/** The content of a block of code as one list of nodes for each line; elements that go over a line end are repeated. */
export function codeLines(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const node of nodes) {
    const parts = partsOf(node);
    for (const [index, part] of parts.entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push(...part);
    }
  }
  return lines;
}

function partsOf(node: ElementContent): ElementContent[][] {
  if (node.type === 'text')
    return node.value.split('\n').map((value) => (value === '' ? [] : [{ ...node, value }]));
  if (node.type !== 'element') return [[node]];
  return codeLines(node.children).map((children) =>
    children.length === 0 ? [] : [{ ...node, children: children }],
  );
}
