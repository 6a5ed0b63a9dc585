import { openingOf, sketchOf } from '../../../src/anchors/match/sketch.ts';
import { type Resolution, resolve } from '../../../src/anchors/resolve.ts';
import type { Block } from '../../../src/document/block.ts';
import { originsOf, type Text } from './edited-text.ts';

/**
 * What an author does about conflicts: accepts the text where it exists, retires it otherwise.
 * @param published the text for which each id was given
 */
export function answered(
  result: Resolution,
  published: ReadonlyMap<string, number>,
  texts: readonly Text[],
  blocks: readonly Block[],
  version: { day: string },
): Resolution {
  let current = result;
  const known = new Set(result.ledger.anchors.map(({ id }) => id));
  for (let round = 0; current.conflicts.length > 0 && round < 5; round += 1) {
    const anchors = current.ledger.anchors.map((anchor) => {
      const conflict = current.conflicts.find((one) => one.id === anchor.id);
      if (!conflict) return anchor;
      const { firstSketch: _, to: __, ...rest } = anchor;
      const at = texts.findIndex((text, index) => {
        const free = current.ids[index] === anchor.id || !known.has(current.ids[index] ?? '');
        return (
          (free || conflict.guess === index) &&
          text.kind === anchor.kind &&
          originsOf(text).has(published.get(anchor.id) ?? -1)
        );
      });
      const text = blocks[at]?.text;
      if (text === undefined || round > 2) return { ...rest, retired: 'It was wrong.' };
      return { ...rest, text: openingOf(text), sketch: sketchOf(text) };
    });
    current = resolve(blocks, { ...current.ledger, anchors }, version);
  }
  return current;
}
