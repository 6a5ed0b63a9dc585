import type { Block } from './block.ts';

/** What a text holds that can have an id, for whoever decides on the ids. */
export interface FoundBlocks {
  blocks: Block[];
  /** The first and the last line of each block in its file, counted from 1; 0 where it has no position there. */
  lines: { first: number; last: number }[];
  /** Ids that are in the text already. */
  usedIds: string[];
}

/** Of a text that cannot be read, or is not there. */
export const noBlocks: Readonly<FoundBlocks> = { blocks: [], lines: [], usedIds: [] };
