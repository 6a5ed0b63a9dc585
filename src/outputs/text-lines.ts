import type { Element, ElementContent } from 'hast';

/** Elements that begin a line of their own. */
const blocks =
  /^(?:p|h[1-6]|ul|ol|dl|li|dt|dd|pre|blockquote|table|figure|figcaption|section|div|aside|details|summary|hr)$/;

/**
 * A portable text as plain text: paragraphs parted by an empty line, items of lists with their marks, the cells of a
 * row parted by ` | `, formulas as TeX, pictures as their descriptions. Notes are `[1]` where they are called and in
 * their list.
 */
export function linesOf(nodes: readonly ElementContent[]): string {
  return blocksOf(nodes).join('\n\n');
}

/** The blocks among nodes, each as its lines; words between them are blocks too. */
function blocksOf(nodes: readonly ElementContent[]): string[] {
  const found: string[] = [];
  let words = '';
  const flush = () => {
    const text = oneLine(words);
    if (text !== '') found.push(text);
    words = '';
  };
  for (const node of nodes) {
    if (node.type === 'element' && blocks.test(node.tagName)) {
      flush();
      const text = blockOf(node);
      if (text !== '') found.push(text);
    } else words += inline(node);
  }
  flush();
  return found;
}

function blockOf(element: Element): string {
  switch (element.tagName) {
    case 'pre':
      return inline(element, true).replace(/\n$/, '');
    case 'ul':
      return itemsOf(element, () => '- ');
    case 'ol': {
      const { start } = element.properties;
      const first = typeof start === 'number' ? start : 1;
      const isNotes = element.children.some((item) => item.type === 'element' && isNote(item));
      return itemsOf(element, (index) => (isNotes ? `[${index + 1}] ` : `${first + index}. `));
    }
    case 'table':
      return rowsOf(element).join('\n');
    case 'hr':
      return '* * *';
    case 'blockquote':
      return indented(blocksOf(element.children).join('\n\n'), '    ', '    ');
    default:
      return blocksOf(element.children).join('\n\n');
  }
}

function itemsOf({ children }: Element, mark: (index: number) => string): string {
  const items = children.filter((child) => child.type === 'element');
  return items
    .map((item, index) => {
      const first = mark(index);
      return indented(blocksOf(item.children).join('\n'), first, ' '.repeat(first.length));
    })
    .join('\n');
}

function indented(text: string, first: string, others: string): string {
  return first + text.replaceAll(/\n(?=[^\n])/g, `\n${others}`);
}

function rowsOf(element: Element): string[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName !== 'tr') return child.tagName === 'caption' ? [lineOf(child)] : rowsOf(child);
    const cells = child.children.filter((cell) => cell.type === 'element');
    return [cells.map(lineOf).join(' | ')];
  });
}

function lineOf(element: Element): string {
  return oneLine(blocksOf(element.children).join(' '));
}

function inline(node: ElementContent, isCode = false): string {
  if (node.type === 'text') return isCode ? node.value : node.value.replaceAll(/\s+/g, ' ');
  if (node.type !== 'element') return '';
  const { properties, tagName, children } = node;
  if (properties['role'] === 'doc-backlink') return '';
  if (properties['role'] === 'doc-noteref') return `[${children.map((child) => inline(child)).join('')}]`;
  if (tagName === 'br') return ' ';
  if (tagName === 'input') return properties['checked'] ? '[x]' : '[ ]';
  if (tagName === 'svg') return '';
  if (tagName === 'img') return typeof properties['alt'] === 'string' ? properties['alt'] : '';
  if (tagName === 'math' && typeof properties['alttext'] === 'string') return properties['alttext'];
  return children.map((child) => inline(child, isCode)).join('');
}

function isNote({ properties }: Element): boolean {
  return typeof properties['id'] === 'string' && /^fn-/.test(properties['id']);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
