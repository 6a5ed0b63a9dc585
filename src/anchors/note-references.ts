import type { BlockKind } from '../document/block.ts';

/** What has an id, and how many references to it the text has where it is a note. */
interface Note {
  id: string;
  kind: BlockKind;
  marks?: number | undefined;
}

/** The ids of the references to a note: `fnref-x` for the first, `fnref-x-2` for the second. */
export function referenceIds({ id, kind, marks = 1 }: Note): string[] {
  if (kind !== 'note' || !id.startsWith('fn-')) return [];
  const name = `fnref-${id.slice('fn-'.length)}`;
  return Array.from({ length: marks }, (_, index) => (index === 0 ? name : `${name}-${index + 1}`));
}
