import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { emptyLedger, type Ledger, parseLedger } from '../anchors/ledger.ts';
import { resolve } from '../anchors/resolve.ts';
import type { Block } from '../document/block.ts';
import { blocksOf, idsIn, setId } from './blocks.ts';
import { carryOldIds, putBehind, type TombstoneWords, tombstone } from './previous-ids.ts';
import { report } from './report.ts';

/** The blocks of a text as they were found, for whoever keeps its ledger. */
export interface FoundBlocks {
  blocks: Block[];
  /** The first and the last line of each block in its file, counted from 1; 0 where it has no place there. */
  lines: { first: number; last: number }[];
  /** All ids that stand in the text already. */
  taken: string[];
}

export interface AnchorOptions {
  words: TombstoneWords;
  /** Is told what was found, before anything is changed. */
  tell?: ((found: FoundBlocks) => void) | undefined;
}

/**
 * Gives every block of a text the id by which a link can lead to it: those of the ledger beside the file to the
 * texts they were published for, new ones to the rest. Old ids become elements of their own where their text
 * stands now; where it was taken out, a tombstone says so.
 */
export function anchors({ words, tell }: AnchorOptions) {
  return (tree: Root, file: VFile) => {
    const blocks = blocksOf(tree);
    const taken = idsIn(tree);
    tell?.({
      blocks: blocks.map(({ kind, text, own, marks }) => ({ kind, text, own, marks })),
      lines: blocks.map(({ tag: { position } }) => ({
        first: position?.start.line ?? 0,
        last: position?.end.line ?? 0,
      })),
      taken,
    });
    const { ids, old, tombstones } = resolve(blocks, ledgerBeside(file), { day: '', taken });
    blocks.forEach((block, index) => {
      setId(block.tag, ids[index] ?? '');
      carryOldIds(block.tag, old[index] ?? []);
    });
    // the last first, so that several behind one block keep their order
    for (const one of tombstones.reverse()) putBehind(blocks[one.after], tombstone(one, words), tree);
  };
}

/** The ledger of the text in a file; an empty one for what is not published. */
function ledgerBeside(file: VFile): Ledger {
  const path =
    file.path && /^index\.mdx?$/.test(file.basename ?? '') ? join(dirname(file.path), 'anchors.json') : '';
  if (path === '' || !existsSync(path)) return emptyLedger('');
  const ledger = parseLedger(readFileSync(path, 'utf8'));
  if (!('message' in ledger)) return ledger;
  report(file, undefined, `The ledger beside this text ${ledger.message}.`);
  return emptyLedger('');
}
