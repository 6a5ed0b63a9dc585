import type { IdentifiedBlocks } from './identify-blocks.ts';
import type { Anchor, Ledger } from './ledger.ts';
import { sameWords } from './match/sketch.ts';

/**
 * The ledger of the current version. Anchors have the order of the text; one that belongs to no block keeps its
 * position after its previous neighbour.
 * @param retained the anchors that belong to no block and that the ledger retains, by id
 * @param day the date of the version, for new anchors
 */
export function updatedLedger(
  identified: IdentifiedBlocks,
  retained: ReadonlyMap<string, Anchor>,
  day: string,
): Ledger {
  const { ledger, blocks } = identified;
  const current = blocks.map((_, index) => currentAnchor(identified, index, day));
  const currentIds = new Set(current.map(({ id }) => id));
  const following = new Map<string, Anchor[]>();
  let neighbour = '';
  for (const { id } of ledger.anchors) {
    const anchor = retained.get(id);
    if (anchor) following.set(neighbour, [...(following.get(neighbour) ?? []), anchor]);
    else if (currentIds.has(id)) neighbour = id;
  }
  const anchors = current.flatMap((anchor) => [anchor, ...(following.get(anchor.id) ?? [])]);
  return { ...ledger, anchors: [...(following.get('') ?? []), ...anchors] };
}

/** The anchor of a block as it is now. */
function currentAnchor(
  { blocks, currentBlocks, ids, anchorOf, unpublished }: IdentifiedBlocks,
  index: number,
  day: string,
): Anchor {
  const block = blocks[index];
  const current = currentBlocks[index];
  if (!block || !current) throw new Error(`There is no block ${index}.`);
  const anchor = anchorOf.get(index);
  const previous = anchor && unpublished.has(anchor.id) ? undefined : anchor;
  const isReworded = previous !== undefined && !sameWords(previous, current);
  const firstSketch = previous?.firstSketch ?? (isReworded ? previous.sketch : undefined);
  const marks = Math.max(previous?.marks ?? 0, block.marks);
  return {
    id: ids[index] ?? '',
    kind: block.kind,
    since: previous?.since ?? day,
    ...(block.own === null ? {} : { own: true as const }),
    ...(block.kind === 'note' && marks > 1 ? { marks } : {}),
    text: current.text,
    sketch: current.sketch,
    ...(firstSketch === undefined || firstSketch === current.sketch ? {} : { firstSketch }),
  };
}
