import type { Block } from '../../document/block.ts';
import type { BlockIds } from '../../document/block-ids.ts';
import { generateIds } from '../generated-ids.ts';
import type { Alignment } from '../match/align.ts';
import { alignWithRecord } from './align-with-record.ts';
import { pairWithOriginal } from './pair-with-original.ts';
import { type Gone, previousIds, tombstonesHere } from './translation-links.ts';
import { entryOf, fingerprint, type TranslatedBlock, type TranslationRecord } from './translation-record.ts';

/** A text with the ids in it that belong to no block. */
interface Text {
  blocks: readonly Block[];
  usedIds: readonly string[];
}

/** Which ids the blocks of a translation have, and which of them are behind the original. */
export interface TranslationResolution extends BlockIds {
  /** Ids of the blocks whose original has changed, or is gone, since they were translated. */
  stale: string[];
  /** The record of the current version. */
  record: TranslationRecord;
}

/**
 * Gives the blocks of a translation the ids of the blocks from which they were translated. What was paired before stays
 * paired as long as the words of the translation can be followed; the rest is paired by kind and place. A block without
 * a partner gets an id of its own that begins with the language. Every id of the original leads somewhere in the translation: where
 * its block was not translated, to the block before. A pure function: resolving again with the updated record gives the
 * same ids.
 */
export function resolveTranslation(
  translation: Text,
  original: Text & { ids: BlockIds },
  record: TranslationRecord,
): TranslationResolution {
  const { blocks } = translation;
  const alignment = alignWithRecord(record, blocks);
  const carried = new Map([...alignment.pairs].map(([entry, block]) => [block, record.blocks[entry]]));
  const originalAt = new Map(original.ids.ids.map((id, index) => [id, index]));
  const mergedInto = new Map(
    original.ids.previous.flatMap((all, index) => all.map((id) => [id, original.ids.ids[index] ?? ''])),
  );
  const ids = new Map<number, string>();
  const pairs = new Map<number, number>(); // translation to original
  const keep = (index: number, id: string) => {
    ids.set(index, id);
    const partner = originalAt.get(id);
    if (partner !== undefined) pairs.set(index, partner);
  };
  blocks.forEach(({ own }, index) => {
    if (own !== null) keep(index, own);
  });
  const used = new Set(ids.values());
  const carry = (idOf: (id: string) => string | undefined) =>
    blocks.forEach((_, index) => {
      const entry = carried.get(index);
      const id = entry && idOf(entry.id);
      if (ids.has(index) || id === undefined || used.has(id)) return;
      keep(index, id);
      used.add(id);
    });
  carry((id) => (mergedInto.has(id) ? undefined : id));
  carry((id) => mergedInto.get(id)); // the original is a part of another block now, which has no other translation
  carry((id) => id);
  for (const [index, partner] of pairWithOriginal(original.blocks, withOwn(blocks, ids), pairs)) {
    const id = original.ids.ids[partner] ?? '';
    if (ids.has(index) || used.has(id)) continue;
    keep(index, id);
    used.add(id);
  }
  const known = [
    ...original.ids.ids,
    ...original.ids.previous.flat(),
    ...original.ids.tombstones.flatMap(({ id, also }) => [id, ...also]),
    ...original.usedIds,
    ...translation.usedIds,
    ...record.blocks.map(({ id }) => id),
  ];
  const all = idsOfItsOwn(record.language, blocks, ids, known);
  const recorded = new Map(record.blocks.map((one) => [one.id, one]));
  const entries = blocks.map((block, index) => {
    const merged = carried.get(index);
    const isMerged = merged && mergedInto.get(merged.id) === all[index];
    const before = isMerged ? merged : recorded.get(all[index] ?? '');
    const partner = pairs.get(index);
    const now = partner === undefined ? undefined : original.blocks[partner];
    const print = fingerprint(block);
    const isTouched = before?.from === undefined || before.print !== print;
    const from = isTouched ? now && fingerprint(now) : before.from;
    return entryOf(block, all[index] ?? '', from);
  });
  const stale = entries.flatMap(({ id, from }, index) => {
    const now = original.blocks[pairs.get(index) ?? -1];
    return from !== undefined && (!now || fingerprint(now) !== from) ? [id] : [];
  });
  const isOfOriginal = (id: string) => originalAt.has(id) || mergedInto.has(id);
  const gone = goneEntries(record, alignment, new Set(all), isOfOriginal);
  return {
    ids: all,
    previous: previousIds(all, pairs, original.ids, gone, alignment, record),
    tombstones: tombstonesHere(all, pairs, original.ids),
    stale,
    record: { version: record.version, language: record.language, blocks: withGone(entries, gone) },
  };
}

/** Blocks that have an id are not paired again. */
function withOwn(blocks: readonly Block[], ids: ReadonlyMap<number, string>): Block[] {
  return blocks.map((block, index) => ({ ...block, own: ids.get(index) ?? null }));
}

/** All ids: those that are known, and for any other block one that begins with the language. */
function idsOfItsOwn(
  language: string,
  blocks: readonly Block[],
  known: ReadonlyMap<number, string>,
  reserved: readonly string[],
): string[] {
  const prefix = `${language.toLowerCase()}-`;
  const taken = new Set([...reserved, ...known.values()]);
  const withoutPrefix = [...taken].flatMap((id) => (id.startsWith(prefix) ? [id.slice(prefix.length)] : []));
  const bare = blocks.map((block, index) => (known.has(index) ? block : { ...block, own: null }));
  return generateIds(bare, known, withoutPrefix).map((id, index) => known.get(index) ?? `${prefix}${id}`);
}

/** The ids of the translation's own that no block has any more. Those of the original lead somewhere without a record. */
function goneEntries(
  { blocks }: TranslationRecord,
  alignment: Alignment,
  used: ReadonlySet<string>,
  isOfOriginal: (id: string) => boolean,
): Gone[] {
  let behind: string | null = null;
  return blocks.flatMap((entry, at): Gone[] => {
    if (used.has(entry.id)) {
      behind = entry.id;
      return [];
    }
    const isOwn = entry.from === undefined && !isOfOriginal(entry.id) && !alignment.merged.has(at);
    const isMerged = entry.from === undefined && alignment.merged.has(at);
    return isOwn || isMerged ? [{ entry: { ...entry, gone: true }, behind, at }] : [];
  });
}

function withGone(entries: readonly TranslatedBlock[], gone: readonly Gone[]): TranslatedBlock[] {
  const byNeighbour = Map.groupBy(gone, ({ behind }) => behind);
  const at = (id: string | null) => (byNeighbour.get(id) ?? []).map(({ entry }) => entry);
  return [...at(null), ...entries.flatMap((entry) => [entry, ...at(entry.id)])];
}
