import type { Root } from 'hast';
import { visit } from '../../document/visit.ts';

/** Gives the boxes of a task list a name: they show a state and cannot be ticked. */
export function taskLists({ words }: { words: { done: string; open: string } }) {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'input' || node.properties['type'] !== 'checkbox') return;
      node.properties['ariaLabel'] = node.properties['checked'] ? words.done : words.open;
    });
  };
}
