import { defaultTreeAdapter } from 'parse5';
import { attributeOf, type PageTree, textOf } from './page-tree.ts';

/** Leaves out the indentation of the engine's own script in the head, which has no text of more than one line. */
export function denseScripts({ elements }: PageTree): void {
  for (const element of elements) {
    if (element.tagName !== 'script' || attributeOf(element, 'data-own') === undefined) continue;
    const code = textOf(element).trim().replaceAll(/\n\s+/g, '\n');
    element.childNodes = [];
    defaultTreeAdapter.insertText(element, code);
  }
}
