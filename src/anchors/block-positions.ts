import type { Anchor, Ledger } from './ledger.ts';
import type { Alignment } from './match/align.ts';
import type { SketchedBlock } from './match/pairing.ts';

/** Where a previous text is now. */
export interface BlockPosition {
  /** Index of the block. */
  index: number;
  /** True where the previous id becomes the block's id; false where the block has another one. */
  isBlockId: boolean;
}

/**
 * A previous id becomes the id of its block, unless the author gave the block another. An id that the author chose
 * and then changed has no position: links that nobody can see from here may use it, so the build asks.
 */
export function blockPositions(
  activeAnchors: readonly Anchor[],
  currentBlocks: readonly SketchedBlock[],
  alignment: Alignment,
): Map<string, BlockPosition> {
  const positions = new Map<string, BlockPosition>();
  activeAnchors.forEach((anchor, previous) => {
    const paired = alignment.pairs.get(previous);
    const merged = alignment.merged.get(previous);
    if (paired !== undefined) {
      const block = currentBlocks[paired];
      const own = block?.own ?? null;
      if (own === null || own === anchor.id) positions.set(anchor.id, { index: paired, isBlockId: true });
      else if (anchor.own && block?.kind === anchor.kind) alignment.guesses.set(previous, paired);
      else positions.set(anchor.id, { index: paired, isBlockId: false });
    } else if (merged !== undefined) positions.set(anchor.id, { index: merged, isBlockId: false });
  });
  return positions;
}

/** A text with fewer words is not restored by itself after it was merged, redirected or retired. */
const fewestWordsToRestore = 5;

/**
 * Finds texts that are back, word for word, after they were merged, redirected or retired, and adds their positions.
 * @returns the ids of these texts
 */
export function restorePositions(
  ledger: Ledger,
  currentBlocks: readonly SketchedBlock[],
  positions: Map<string, BlockPosition>,
): ReadonlySet<string> {
  const restored = new Set<string>();
  const free = new Set(currentBlocks.keys());
  for (const { index } of positions.values()) free.delete(index);
  for (const anchor of ledger.anchors) {
    const isInactive = anchor.to !== undefined || anchor.retired !== undefined;
    const isLongEnough = anchor.sketch.length >= 2 * fewestWordsToRestore;
    if (!isInactive || anchor.kind === 'section' || !isLongEnough) continue;
    for (const index of free) {
      const block = currentBlocks[index];
      if (!block || block.sketch !== anchor.sketch) continue;
      if (block.own !== null && block.own !== anchor.id) continue;
      positions.set(anchor.id, { index, isBlockId: true });
      restored.add(anchor.id);
      free.delete(index);
      break;
    }
  }
  return restored;
}
