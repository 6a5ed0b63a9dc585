import { visit } from '../document/visit.ts';
import { lineAt, treeOf } from './outside-code.ts';
import type { Note } from './template-tags.ts';

/** Tables with a column more for every cell that other programs would leave out. */
export function withAllCells(text: string, format: 'md' | 'mdx', note: Note): string {
  const wide: { header: number; delimiter: number; more: number }[] = [];
  visit(treeOf(text, format), 'table', ({ align, children }) => {
    const columns = align?.length ?? 0;
    const more = Math.max(...children.map((row) => row.children.length)) - columns;
    const header = children[0]?.position?.end.offset;
    if (more <= 0 || columns === 0 || header === undefined) return;
    const delimiter = text.indexOf('\n', header + 1);
    if (delimiter > 0) wide.push({ header, delimiter, more });
  });
  return wide.toReversed().reduce((made, { header, delimiter, more }) => {
    note(
      lineAt(text, header),
      `the table got ${more} more ${more === 1 ? 'column' : 'columns'}: a row has so many cells`,
    );
    const head = made.slice(0, header);
    const line = made.slice(header, delimiter).trimEnd();
    const close = (part: string) => (/\|\s*$/.test(part) ? '' : ' |');
    return `${head}${close(head)}${'  |'.repeat(more)}${line}${close(line)}${' --- |'.repeat(more)}${made.slice(delimiter)}`;
  }, text);
}
