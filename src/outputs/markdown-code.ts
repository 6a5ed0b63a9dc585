import type { Element, ElementContent } from 'hast';
import { select } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';

/** Puts the title above a block of code into the block, where the Markdown of one with a language has a place for it. */
export function withCodeTitles(nodes: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  for (const node of nodes) {
    const before = made.at(-1);
    const title = before?.type === 'element' && isTitle(before) ? textOf(before) : null;
    if (node.type !== 'element' || node.tagName !== 'pre' || before?.type !== 'element' || title === null) {
      made.push(node);
      continue;
    }
    if (!hasLanguage(node) || /["\n`]/.test(title)) made.push(node);
    else made[made.length - 1] = { ...node, properties: { ...before.properties, dataTitle: title } };
  }
  return made;
}

/** What stands behind the language of a block of code: its title, and the lines that are marked. */
export function codeMeta(pre: Element): string | null {
  const { dataTitle } = pre.properties;
  const lines = hasLanguage(pre) ? markedLines(select('code', pre)) : [];
  const parts = [
    ...(typeof dataTitle === 'string' ? [`title="${dataTitle}"`] : []),
    ...(lines.length > 0 ? [`{${lines.join(',')}}`] : []),
  ];
  return parts.length > 0 ? parts.join(' ') : null;
}

function markedLines(code: Element | undefined): number[] {
  const found: number[] = [];
  let line = 1;
  for (const child of code?.children ?? []) {
    if (child.type === 'element' && child.tagName === 'mark') found.push(line);
    line += (child.type === 'text' || child.type === 'element' ? textOf(child) : '').split('\n').length - 1;
  }
  return found;
}

function isTitle({ properties }: Element): boolean {
  return [properties['className']].flat().includes('code-title');
}

function hasLanguage(pre: Element): boolean {
  const { className } = select('code', pre)?.properties ?? {};
  return [className].flat().some((name) => String(name).startsWith('language-'));
}
