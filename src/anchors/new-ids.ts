import type { BlockIds } from '../document/block-ids.ts';
import type { FoundBlocks } from '../document/found-blocks.ts';
import { emptyLedger } from './ledger.ts';
import { resolve } from './resolve.ts';

/** The ids of a text that nobody has seen yet. */
export function newIds({ blocks, usedIds }: FoundBlocks): BlockIds {
  return resolve(blocks, emptyLedger(''), { day: '', usedIds });
}
