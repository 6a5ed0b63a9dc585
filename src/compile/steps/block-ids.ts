import type { Root } from 'hast';
import { blocksIn, setId } from '../blocks.ts';
import { carryOldIds, putBehind, type TombstoneWords, tombstone } from './previous-ids.ts';

/** Which id stands on which block of a text, as the ledger decides. */
export interface BlockIds {
  /** One for each block, in order. */
  ids: string[];
  /** Previous ids that each block carries besides its own. */
  old: string[][];
  /** Texts that were retired, each behind a block. */
  tombstones: {
    id: string;
    also: string[];
    /** Index of the block before it; -1 at the beginning. */
    after: number;
    why: string | null;
    to: string | null;
  }[];
}

/**
 * Gives every block of a text the id by which a link can lead to it. Previous ids become elements of their own where
 * their text is now; where it was retired, a tombstone says so.
 */
export function setBlockIds(tree: Root, { ids, old, tombstones }: BlockIds, words: TombstoneWords): void {
  const blocks = blocksIn(tree);
  blocks.forEach((block, index) => {
    setId(block.tag, ids[index] ?? '');
    carryOldIds(block.tag, old[index] ?? []);
  });
  // the last first, so that several behind one block keep their order
  for (const one of tombstones.toReversed()) putBehind(blocks[one.after], tombstone(one, words), tree);
}
