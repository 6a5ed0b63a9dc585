import type { Root } from 'hast';
import type { BlockIds } from '../../document/block-ids.ts';
import { blocksIn, setId } from '../blocks.ts';
import { nameNotes } from './inline-note-ids.ts';
import { markOutdated, type OutdatedWords } from './outdated-blocks.ts';
import { carryOldIds, putBehind, type TombstoneWords, tombstone } from './previous-ids.ts';

/**
 * Gives every block of a text the id by which a link can lead to it. Previous ids become elements of their own where
 * their text is now; where it was retired, a tombstone says so.
 */
export function setBlockIds(
  tree: Root,
  { ids, previous, tombstones, outdated }: BlockIds,
  words: TombstoneWords & OutdatedWords,
): void {
  const blocks = blocksIn(tree);
  const notes = blocks.flatMap(({ kind, tag }, index) =>
    kind === 'note' ? [{ tag, id: ids[index] ?? '' }] : [],
  );
  nameNotes(tree, notes);
  blocks.forEach((block, index) => {
    const id = ids[index] ?? '';
    setId(block.tag, id);
    carryOldIds(block.tag, previous[index] ?? []);
  });
  if (outdated) markOutdated(blocks, ids, outdated, words);
  // the last first, so that several behind one block keep their order
  for (const one of tombstones.toReversed()) putBehind(blocks[one.after], tombstone(one, words), tree);
}
