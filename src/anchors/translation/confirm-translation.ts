import type { Block } from '../../document/block.ts';
import type { BlockIds } from '../../document/block-ids.ts';
import { fingerprint, type TranslationRecord } from './translation-record.ts';

/**
 * Says that blocks of a translation are as they should be: their originals count as translated from now on.
 * @param ids those that are confirmed; all of them by default
 */
export function confirmTranslation(
  record: TranslationRecord,
  original: { blocks: readonly Block[]; ids: BlockIds },
  ids?: readonly string[],
): TranslationRecord {
  const prints = new Map(
    original.blocks.map((block, index) => [original.ids.ids[index], fingerprint(block)]),
  );
  const blocks = record.blocks.map((entry) => {
    const print = prints.get(entry.id);
    const isAsked = ids === undefined || ids.includes(entry.id);
    if (!isAsked || entry.from === undefined) return entry;
    if (print !== undefined) return { ...entry, from: print };
    // what the original no longer has is the translation's own from now on
    const { from: _, ...own } = entry;
    return own;
  });
  return { ...record, blocks };
}
