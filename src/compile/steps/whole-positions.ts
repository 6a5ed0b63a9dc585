import type { Root } from 'hast';
import { visit } from '../../document/visit.ts';

/**
 * Takes away positions that lack their start or their end: the parser of HTML gives such to words that it moves, as
 * out of a table, and to words that Markdown has added, as behind the box of a task; every step below reads both.
 */
export function wholePositions() {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (node.position && !isWhole(node.position)) delete node.position;
    });
  };
}

function isWhole(position: object): boolean {
  const points: [string, unknown][] = Object.entries(position);
  return ['start', 'end'].every((end) => points.some(([name, point]) => name === end && point !== undefined));
}
