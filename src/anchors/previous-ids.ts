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

/** Finds where every published id leads that is no block's id. */
export function placePreviousIds(identified: IdentifiedBlocks): PreviousIds {
  const { ledger, blocks, ids, anchorOf, unpublished } = identified;
  const destinationOf = createDestinations(identified);
  const byBlock: string[][] = blocks.map(() => []);
  const tombstones: Tombstone[] = [];
  const followers: { id: string; tombstone: string }[] = [];
  const lost: PreviousIds['lost'] = [];
  const retained = new Map<string, Anchor>();
  let after = -1;
  for (const anchor of ledger.anchors) {
    const { id } = anchor;
    const destination = destinationOf(id);
    if ('block' in destination) {
      const blockId = ids[destination.block] ?? '';
      if (blockId === id) {
        if (canPrecedeTombstone(anchor.kind)) after = destination.block;
      } else if (!unpublished.has(id)) {
        byBlock[destination.block]?.push(id, ...referenceIds(anchor));
        retained.set(id, { ...anchor, to: anchor.to ?? `#${blockId}` });
      }
    } else if ('tombstone' in destination) {
      retained.set(id, anchor);
      if (destination.tombstone === id) tombstones.push(tombstoneOf(anchor, after));
      else followers.push({ id, tombstone: destination.tombstone });
    } else if (!unpublished.has(id)) {
      retained.set(id, anchor);
      lost.push({ anchor, after });
    }
  }
  for (const { id, tombstone } of followers) tombstones.find((one) => one.id === tombstone)?.also.push(id);
  blocks.forEach(({ kind, marks }, index) => {
    const all = referenceIds({ id: ids[index] ?? '', kind, marks: anchorOf.get(index)?.marks ?? 1 });
    byBlock[index]?.push(...all.slice(marks));
  });
  return { byBlock, tombstones, lost, retained };
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

function tombstoneOf(anchor: Anchor, after: number): Tombstone {
  const { id, retired: why = null, to = null } = anchor;
  return { id, also: referenceIds(anchor), after, why, to };
}

/** Notes, references and inline elements are not in the flow of the text. */
function canPrecedeTombstone(kind: BlockKind): boolean {
  return kind !== 'note' && kind !== 'part' && kind !== 'reference';
}
