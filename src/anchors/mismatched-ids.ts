import type { Conflict } from './conflict.ts';
import type { IdentifiedBlocks } from './identify-blocks.ts';
import type { Anchor } from './ledger.ts';
import { areShort, sharedSubject } from './match/doubtful.ts';
import { thresholds } from './match/pairing.ts';
import {
  bagOf,
  bagSimilarity,
  codesOf,
  comparisonKey,
  type Sketched,
  sameWords,
  weightsOf,
} from './match/sketch.ts';

/** Ids whose block has another text: the author used the id again, or reworded the text step by step. */
export function mismatchedIds(identified: IdentifiedBlocks): Conflict[] {
  const { ledger, activeAnchors, blocks, currentBlocks, anchorOf, unpublished } = identified;
  const anchors = new Map(ledger.anchors.map((anchor) => [anchor.id, anchor]));
  const weights = weightsOf(
    activeAnchors.map(({ firstSketch, sketch }) => codesOf(firstSketch ?? sketch)),
    currentBlocks.map(({ sketch }) => codesOf(sketch)),
  );
  const textsByWords = Map.groupBy(currentBlocks.keys(), (index) =>
    comparisonKey(currentBlocks[index] ?? { text: '', sketch: '' }),
  );
  const anchorsByWords = Map.groupBy(activeAnchors, comparisonKey);
  const blockOf = new Map([...anchorOf].map(([index, { id }]) => [id, index]));
  return blocks.flatMap(({ kind, own, text }, index): Conflict[] => {
    // `<a id="…"></a>` before a heading with a new title: the address is kept there, and says nothing else
    if (own !== null && kind === 'paragraph' && text === '') return [];
    const block = currentBlocks[index];
    const anchor = anchorOf.get(index);
    if (!block || (anchor && unpublished.has(anchor.id))) return [];
    const conflict = (what: Conflict['what'], { id, text }: Anchor): Conflict[] => [
      { what, id, kind, text, after: index, guess: index },
    ];
    const otherAnchor = own === null || anchor?.id === own ? undefined : anchors.get(own);
    if (otherAnchor) return conflict('reused', otherAnchor);
    if (!anchor || anchor.sketch === block.sketch) return [];
    // a new title keeps the id that its author wrote; the title of another section does not
    if (kind === 'section') return own !== null && isSwapped(index) ? conflict('reused', anchor) : [];
    if (
      own !== null &&
      (areMismatched(anchor.sketch, block.sketch) || isOther(anchor, block) || isSwapped(index))
    )
      return conflict('reused', anchor);
    if (areMismatched(anchor.firstSketch ?? anchor.sketch, block.sketch)) return conflict('drifted', anchor);
    return [];
  });

  /** True for short texts that say the same about another subject. */
  function isOther(anchor: Anchor, block: Sketched): boolean {
    return areShort(anchor, block) && sharedSubject(anchor, block, weights) < thresholds.similarShort;
  }

  /** True where the text of this id is at another id now, or that of another is here: labels were exchanged. */
  function isSwapped(index: number): boolean {
    const [anchor, block] = [anchorOf.get(index), currentBlocks[index]];
    if (!anchor || !block) return false;
    const isElsewhere = (textsByWords.get(comparisonKey(anchor)) ?? []).some(
      (other) => other !== index && hasNewText(other),
    );
    const isFromElsewhere = (anchorsByWords.get(comparisonKey(block)) ?? []).some((other) => {
      const now = blockOf.get(other.id);
      return other !== anchor && (now === undefined || hasNewText(now));
    });
    return isElsewhere || isFromElsewhere;
  }

  /** True for a block with other words than its id was last seen with. */
  function hasNewText(index: number): boolean {
    const [anchor, block] = [anchorOf.get(index), currentBlocks[index]];
    return !anchor || !block || !sameWords(anchor, block);
  }

  function areMismatched(a: string, b: string): boolean {
    const [one, other] = [bagOf(codesOf(a), weights), bagOf(codesOf(b), weights)];
    return bagSimilarity(one, other, weights) < thresholds.mismatched;
  }
}
