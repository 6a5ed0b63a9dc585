import type { Block } from '../document/block.ts';
import { type BlockPosition, blockPositions, restorePositions } from './block-positions.ts';
import { generateIds } from './generated-ids.ts';
import type { Anchor, Ledger } from './ledger.ts';
import { type Alignment, align } from './match/align.ts';
import type { SketchedBlock } from './match/pairing.ts';
import { openingOf, sketchOf } from './match/sketch.ts';

/** What is known about the version of a text that is resolved. */
export interface Version {
  /** The date of the version, for anchors that are new in it. */
  day: string;
  /** Ids in the ledger that only the author has seen: they may be removed without a command. */
  unpublished?: ReadonlySet<string>;
  /** Ids in the text that belong to no block. */
  usedIds?: readonly string[];
}

/** The blocks of a text with their ids, and how the ledger led to those. */
export interface IdentifiedBlocks {
  ledger: Ledger;
  /** The anchors that are neither redirected nor retired. */
  activeAnchors: readonly Anchor[];
  blocks: readonly Block[];
  /** The same blocks as they are compared. */
  currentBlocks: readonly SketchedBlock[];
  /** From `activeAnchors` to `currentBlocks`, by index. */
  alignment: Alignment;
  /** By id. */
  positions: ReadonlyMap<string, BlockPosition>;
  /** Ids whose texts are back after they were merged, redirected or retired. */
  restored: ReadonlySet<string>;
  /** The anchor whose id a block keeps, by the block's index. */
  anchorOf: ReadonlyMap<number, Anchor>;
  /** One id for each block, in order. */
  ids: string[];
  /** Ids that may be removed without a command. */
  unpublished: ReadonlySet<string>;
}

/** Gives every block the id of the anchor that was published for it, or a new one. */
export function identifyBlocks(blocks: readonly Block[], ledger: Ledger, version: Version): IdentifiedBlocks {
  const activeAnchors = ledger.anchors.filter(({ to, retired }) => to === undefined && retired === undefined);
  const currentBlocks = blocks.map(sketchedBlock);
  const previousBlocks = activeAnchors.map((anchor) => ({ ...anchor, own: anchor.own ? anchor.id : null }));
  const alignment = align(previousBlocks, currentBlocks);
  const positions = blockPositions(activeAnchors, currentBlocks, alignment);
  const restored = restorePositions(ledger, currentBlocks, positions);
  const anchorOf = anchorsByBlock(ledger, positions);
  const keptIds = new Map([...anchorOf].map(([index, { id }]) => [index, id]));
  const reserved = [...ledger.anchors.map(({ id }) => id), ...(version.usedIds ?? [])];
  return {
    ledger,
    activeAnchors,
    blocks,
    currentBlocks,
    alignment,
    positions,
    restored,
    anchorOf,
    ids: generateIds(blocks, keptIds, reserved),
    unpublished: removableIds(ledger, version.unpublished),
  };
}

function sketchedBlock({ kind, own, text }: Block): SketchedBlock {
  return { kind, own, text: openingOf(text), sketch: sketchOf(text) };
}

function anchorsByBlock(
  { anchors }: Ledger,
  positions: ReadonlyMap<string, BlockPosition>,
): ReadonlyMap<number, Anchor> {
  return new Map(
    anchors.flatMap((anchor): [number, Anchor][] => {
      const position = positions.get(anchor.id);
      return position?.isBlockId ? [[position.index, anchor]] : [];
    }),
  );
}

/** Unpublished ids without those to which a published id leads: removing one of these would break that link. */
function removableIds(
  { anchors }: Ledger,
  unpublished: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const removable = new Set(unpublished);
  let targets: string[];
  do {
    targets = anchors.flatMap(({ id, to }) =>
      !removable.has(id) && to && removable.has(to.slice(1)) ? [to.slice(1)] : [],
    );
    for (const id of targets) removable.delete(id);
  } while (targets.length > 0);
  return removable;
}
