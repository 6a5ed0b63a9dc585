import type { BlockIds, Tombstone } from '../../document/block-ids.ts';
import type { Alignment } from '../match/align.ts';
import type { TranslatedBlock, TranslationRecord } from './translation-record.ts';

/** A block that was removed from the translation and whose id nobody else knows. */
export interface Gone {
  entry: TranslatedBlock;
  /** The id of the entry before it. */
  behind: string | null;
  /** Its position in the record before. */
  at: number;
}

/** The ids that each block carries besides its own, so that every id of the original leads somewhere. */
export function previousIds(
  ids: readonly string[],
  pairs: ReadonlyMap<number, number>,
  original: BlockIds,
  gone: readonly Gone[],
  { pairs: carried, merged }: Alignment,
  record: TranslationRecord,
): string[][] {
  const blockOf = new Map(ids.map((id, index) => [id, index]));
  const elsewhere = original.tombstones.filter(({ id }) => !blockOf.has(id));
  const placed = new Set([...ids, ...elsewhere.flatMap(({ id, also }) => [id, ...also])]);
  const previous = ids.map((): string[] => []);
  const put = (id: string, index: number) => {
    if (placed.has(id) || previous.length === 0) return;
    placed.add(id);
    previous[Math.max(0, index)]?.push(id);
  };
  // what was retired in the original and still stands here keeps what leads to it
  for (const { id, also } of original.tombstones) for (const one of also) put(one, blockOf.get(id) ?? 0);
  for (const { entry, behind, at } of gone)
    put(entry.id, carried.get(at) ?? merged.get(at) ?? blockOf.get(behind ?? '') ?? 0);
  record.blocks.forEach(({ id }, at) => {
    const index = merged.get(at);
    if (index !== undefined && original.ids.includes(id)) put(id, index);
  });
  const translated = new Map([...pairs].map(([here, there]) => [there, here]));
  let before = 0;
  original.ids.forEach((id, index) => {
    before = translated.get(index) ?? before;
    for (const one of [id, ...(original.previous[index] ?? [])]) put(one, before);
  });
  return previous;
}

/** The tombstones of the original, each behind the translation of the block before it. */
export function tombstonesHere(
  ids: readonly string[],
  pairs: ReadonlyMap<number, number>,
  { tombstones }: BlockIds,
): Tombstone[] {
  const used = new Set(ids);
  const translated = new Map([...pairs].map(([here, there]) => [there, here]));
  return tombstones.flatMap(({ id, also, after, ...rest }): Tombstone[] => {
    if (used.has(id)) return [];
    let at = after;
    while (at >= 0 && !translated.has(at)) at -= 1;
    const others = also.filter((one) => !used.has(one));
    return [{ id, also: others, after: translated.get(at) ?? -1, ...rest }];
  });
}
