import type { Block } from '../document/block.ts';
import type { BlockIds } from '../document/block-ids.ts';
import { type Change, findChanges } from './changes.ts';
import type { Conflict } from './conflict.ts';
import { identifyBlocks, type Version } from './identify-blocks.ts';
import type { Ledger } from './ledger.ts';
import { lostTexts } from './lost-texts.ts';
import { mismatchedIds } from './mismatched-ids.ts';
import { placePreviousIds } from './previous-ids.ts';
import { updatedLedger } from './updated-ledger.ts';

/** Which ids a text has, and what is different from its ledger. */
export interface Resolution extends BlockIds {
  changes: Change[];
  conflicts: Conflict[];
  /** The ledger of the current version. An anchor in conflict is in it unchanged. */
  ledger: Ledger;
}

/** A function that gives what `resolve` gives. */
export type Resolve = (blocks: readonly Block[], ledger: Ledger, version: Version) => Resolution;

/**
 * Decides which block has which id. A pure function of the text and its ledger: resolving again with the updated
 * ledger gives the same ids and no change.
 */
export function resolve(blocks: readonly Block[], ledger: Ledger, version: Version): Resolution {
  const identified = identifyBlocks(blocks, ledger, version);
  const { byBlock, tombstones, lost, retained } = placePreviousIds(identified);
  return {
    ids: identified.ids,
    previous: byBlock,
    tombstones,
    changes: findChanges(identified),
    conflicts: [...lostTexts(identified, lost), ...mismatchedIds(identified)],
    ledger: updatedLedger(identified, retained, version.day),
  };
}
