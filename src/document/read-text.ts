import type { Nodes } from 'hast';
import { isCommentCount } from './comment-counts.ts';
import { formulaText } from './formula-text.ts';

/**
 * The text of a node as it is read in a line: without the marks of notes and counts of comments, and with each formula
 * as it is written where there are only letters.
 */
export function readText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element') {
    if ('dataFootnoteRef' in node.properties || isCommentCount(node)) return '';
    if (node.tagName === 'math') return formulaText(node);
  }
  return node.children.map(readText).join('');
}
