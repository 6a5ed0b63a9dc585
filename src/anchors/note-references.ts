import type { BlockKind } from '../document/block.ts';

/** What has an id, and how often the text refers to it where it is a note. */
interface Note {
  id: string;
  kind: BlockKind;
  marks?: number | undefined;
}

/** The ids of the marks that refer to a note: `fnref-x`, and `fnref-x-2` where there is a second. */
export function marksOf({ id, kind, marks = 1 }: Note): string[] {
  if (kind !== 'note' || !id.startsWith('fn-')) return [];
  const name = `fnref-${id.slice('fn-'.length)}`;
  return Array.from({ length: marks }, (_, index) => (index === 0 ? name : `${name}-${index + 1}`));
}
