import type { Block } from '../../document/block.ts';
import { type Alignment, align } from '../match/align.ts';
import { openingOf, sketchOf } from '../match/sketch.ts';
import { fingerprint, type TranslatedBlock, type TranslationRecord } from './translation-record.ts';

/** Finds the blocks of a record, by index, in a translation as it is now. */
export function alignWithRecord({ blocks: before }: TranslationRecord, blocks: readonly Block[]): Alignment {
  const kept = before.flatMap((one, index) => (one.gone ? [] : [{ one, index }]));
  const current = blocks.map(({ kind, own, text }) => ({
    kind,
    own,
    text: openingOf(text),
    sketch: sketchOf(text),
  }));
  const found = align(
    kept.map(({ one }) => ({ ...one, own: one.own ? one.id : null })),
    current,
  );
  const pairs = withUnchanged(
    found.pairs,
    kept.map(({ one }) => one),
    blocks,
  );
  const at = (index: number) => kept[index]?.index ?? -1;
  const moved = (map: ReadonlyMap<number, number>) => new Map([...map].map(([from, to]) => [at(from), to]));
  return { pairs: moved(pairs), merged: moved(found.merged), guesses: moved(found.guesses) };
}

/**
 * Equal texts, such as headings without a text, stay in place where all before them or all behind them did. Where there
 * are more equal headings than before, only the text under one tells which it was; the others are left to
 * `pairWithOriginal`, since the original knows which of them is new.
 */
function withUnchanged(
  pairs: ReadonlyMap<number, number>,
  before: readonly TranslatedBlock[],
  blocks: readonly Block[],
): ReadonlyMap<number, number> {
  const prints = before.map(({ print }) => print);
  const current = blocks.map(fingerprint);
  const isRepeated = newlyRepeated(before, blocks, current);
  const all = new Map([...pairs].filter(([from, to]) => !isRepeated(to) || hasSameText(from, to)));
  const taken = new Set(all.values());
  walk(1, 0, 0);
  walk(-1, prints.length - 1, current.length - 1);
  return all;

  function walk(step: 1 | -1, from: number, to: number): void {
    for (let at = 0; isSame(from + at, to + at); at += step) {
      if (all.has(from + at) || taken.has(to + at) || isRepeated(to + at)) continue;
      all.set(from + at, to + at);
      taken.add(to + at);
    }
  }

  function isSame(from: number, to: number): boolean {
    return prints[from] !== undefined && prints[from] === current[to];
  }

  /** True where a block under the one heading was found again under the other. */
  function hasSameText(from: number, to: number): boolean {
    const now = sectionAt(blocks, to);
    return sectionAt(before, from).some((one) => now.includes(pairs.get(one) ?? -1));
  }
}

/**
 * Tells headings of which there are more with these words than before, and which the translator gave no id.
 * @param prints the fingerprints of the blocks
 */
function newlyRepeated(
  before: readonly TranslatedBlock[],
  blocks: readonly Block[],
  prints: readonly string[],
): (index: number) => boolean {
  const headings = Map.groupBy(
    prints.filter((_, index) => isHeading(blocks[index])),
    (print) => print,
  );
  const headingsBefore = Map.groupBy(before.filter(isHeading), ({ print }) => print);
  return (index) => {
    const [block, print = ''] = [blocks[index], prints[index]];
    if (block?.own !== null || !isHeading(block)) return false;
    const count = headingsBefore.get(print)?.length ?? 0;
    return count > 0 && (headings.get(print)?.length ?? 0) > count;
  };
}

/** The blocks under a heading, up to the next one, by index. */
function sectionAt(blocks: readonly Pick<Block, 'kind'>[], heading: number): number[] {
  const next = blocks.findIndex((block, index) => index > heading && isHeading(block));
  const end = next === -1 ? blocks.length : next;
  return Array.from({ length: end - heading - 1 }, (_, index) => heading + 1 + index);
}

function isHeading(block: Pick<Block, 'kind'> | undefined): boolean {
  return block?.kind === 'section';
}
