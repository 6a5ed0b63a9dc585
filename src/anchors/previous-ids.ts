import type { BlockKind } from '../document/block.ts';
import type { Tombstone } from '../document/block-ids.ts';
import type { IdentifiedBlocks } from './identify-blocks.ts';
import type { Anchor } from './ledger.ts';
import { referenceIds } from './note-references.ts';

/** What became of the anchors whose ids no block has. */
export interface PreviousIds {
  /** Previous ids that each block carries besides its own. */
  byBlock: string[][];
  tombstones: Tombstone[];
  /** Anchors whose text was not found, each with the index of the block before its position. */
  lost: { anchor: Anchor; after: number }[];
  /** The anchors that the ledger retains for these ids. */
  retained: ReadonlyMap<string, Anchor>;
}

/** Where an id leads: to a block, to the tombstone of an id, or nowhere. */
type Destination = { block: number } | { tombstone: string } | { lost: true };

/** An anchor whose id no block has. */
interface PreviousAnchor {
  anchor: Anchor;
  destination: Destination;
  /** Index of the block before its position; -1 at the beginning. */
  after: number;
}

/** Finds where every published id leads that is no block's id. */
export function placePreviousIds(identified: IdentifiedBlocks): PreviousIds {
  const previous = previousAnchors(identified);
  return {
    byBlock: idsByBlock(identified, previous),
    tombstones: tombstonesOf(previous),
    lost: previous.filter(({ destination }) => 'lost' in destination),
    retained: new Map(previous.map((one) => [one.anchor.id, retainedAnchor(one, identified.ids)])),
  };
}

/** The anchors whose ids no block has, without those that may be removed from the ledger. */
function previousAnchors(identified: IdentifiedBlocks): PreviousAnchor[] {
  const { ledger, ids, unpublished } = identified;
  const destinationOf = createDestinations(identified);
  let after = -1;
  return ledger.anchors.flatMap((anchor): PreviousAnchor[] => {
    const destination = destinationOf(anchor.id);
    if ('block' in destination && ids[destination.block] === anchor.id) {
      if (canPrecedeTombstone(anchor.kind)) after = destination.block;
      return [];
    }
    const isRemovable = unpublished.has(anchor.id) && !('tombstone' in destination);
    return isRemovable ? [] : [{ anchor, destination, after }];
  });
}

/** The ids of texts that were merged into each block, and of its references that were removed. */
function idsByBlock(
  { blocks, ids, anchorOf }: IdentifiedBlocks,
  previous: readonly PreviousAnchor[],
): string[][] {
  const merged = Map.groupBy(previous, ({ destination }) =>
    'block' in destination ? destination.block : -1,
  );
  return blocks.map(({ kind, marks }, index) => {
    const mergedIds = (merged.get(index) ?? []).flatMap(({ anchor }) => [anchor.id, ...referenceIds(anchor)]);
    const published = anchorOf.get(index)?.marks ?? 1;
    const references = referenceIds({ id: ids[index] ?? '', kind, marks: published });
    return [...mergedIds, ...references.slice(marks)];
  });
}

/** Tombstones in the order of the text, each with the ids that lead to it. */
function tombstonesOf(previous: readonly PreviousAnchor[]): Tombstone[] {
  const byTarget = Map.groupBy(previous, ({ destination }) =>
    'tombstone' in destination ? destination.tombstone : null,
  );
  return previous.flatMap(({ anchor, after }): Tombstone[] => {
    const { id, retired: why = null, to = null } = anchor;
    const leading = byTarget.get(id);
    if (!leading) return [];
    const others = leading.map((one) => one.anchor.id).filter((one) => one !== id);
    return [{ id, also: [...referenceIds(anchor), ...others], after, why, to }];
  });
}

/** A merged text leads to the block that contains it, unless it leads elsewhere already. */
function retainedAnchor({ anchor, destination }: PreviousAnchor, ids: readonly string[]): Anchor {
  if (!('block' in destination)) return anchor;
  return { ...anchor, to: anchor.to ?? `#${ids[destination.block] ?? ''}` };
}

function createDestinations({ ledger, ids, positions }: IdentifiedBlocks): (id: string) => Destination {
  const anchors = new Map(ledger.anchors.map((anchor) => [anchor.id, anchor]));
  const blockOf = new Map(ids.map((id, index) => [id, index]));
  return destinationOf;

  function destinationOf(id: string, seen: readonly string[] = []): Destination {
    const block = positions.get(id)?.index ?? blockOf.get(id);
    if (block !== undefined) return { block };
    const anchor = anchors.get(id);
    if (!anchor || seen.includes(id)) return { lost: true };
    if (anchor.retired !== undefined || anchor.to?.startsWith('/')) return { tombstone: id };
    return anchor.to ? destinationOf(anchor.to.slice(1), [...seen, id]) : { lost: true };
  }
}

/** Notes, references and inline elements are not in the flow of the text. */
function canPrecedeTombstone(kind: BlockKind): boolean {
  return kind !== 'note' && kind !== 'part' && kind !== 'reference';
}
