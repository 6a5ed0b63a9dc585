import type { Conflict } from './conflict.ts';
import type { IdentifiedBlocks } from './identify-blocks.ts';
import type { Anchor } from './ledger.ts';
import { thresholds } from './match/pairing.ts';
import { bagOf, bagSimilarity, codesOf, weightsOf } from './match/sketch.ts';

/** Ids whose block has another text: the author used the id again, or reworded the text step by step. */
export function mismatchedIds(identified: IdentifiedBlocks): Conflict[] {
  const { ledger, activeAnchors, blocks, currentBlocks, anchorOf, unpublished } = identified;
  const anchors = new Map(ledger.anchors.map((anchor) => [anchor.id, anchor]));
  const weights = weightsOf(
    activeAnchors.map(({ firstSketch, sketch }) => codesOf(firstSketch ?? sketch)),
    currentBlocks.map(({ sketch }) => codesOf(sketch)),
  );
  return blocks.flatMap(({ kind, own }, index): Conflict[] => {
    const block = currentBlocks[index];
    const anchor = anchorOf.get(index);
    if (!block || (anchor && unpublished.has(anchor.id))) return [];
    const conflict = (what: Conflict['what'], { id, text }: Anchor): Conflict[] => [
      { what, id, kind, text, after: index, guess: index },
    ];
    const otherAnchor = own === null || anchor?.id === own ? undefined : anchors.get(own);
    if (otherAnchor) return conflict('reused', otherAnchor);
    if (!anchor || kind === 'section' || anchor.sketch === block.sketch) return [];
    if (own !== null && areMismatched(anchor.sketch, block.sketch)) return conflict('reused', anchor);
    if (areMismatched(anchor.firstSketch ?? anchor.sketch, block.sketch)) return conflict('drifted', anchor);
    return [];
  });

  function areMismatched(a: string, b: string): boolean {
    const [one, other] = [bagOf(codesOf(a), weights), bagOf(codesOf(b), weights)];
    return bagSimilarity(one, other, weights) < thresholds.mismatched;
  }
}
