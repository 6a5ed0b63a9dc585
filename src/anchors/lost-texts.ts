import type { Conflict } from './conflict.ts';
import type { IdentifiedBlocks } from './identify-blocks.ts';
import type { Anchor } from './ledger.ts';
import type { PreviousIds } from './previous-ids.ts';

/** Published ids whose text is missing, or whose element has another id now. */
export function lostTexts(
  { ledger, activeAnchors, alignment }: IdentifiedBlocks,
  lost: PreviousIds['lost'],
): Conflict[] {
  const anchors = new Map(ledger.anchors.map((anchor) => [anchor.id, anchor]));
  const ownConflicts = lost.filter(({ anchor }) => !leadsToLost(anchor));
  return ownConflicts.map(({ anchor, after }): Conflict => {
    const previous = activeAnchors.indexOf(anchor);
    const guess = alignment.guesses.get(previous) ?? null;
    const isRenamed = guess !== null && alignment.pairs.get(previous) === guess;
    const { id, kind, text } = anchor;
    return { what: isRenamed ? 'renamed' : 'lost', id, kind, text, after, guess };
  });

  /** True for an anchor that leads to another lost one: the conflict of that one covers both. */
  function leadsToLost(anchor: Anchor, steps = 0): boolean {
    const next = anchor.to?.startsWith('#') ? anchors.get(anchor.to.slice(1)) : undefined;
    if (!next || steps > anchors.size) return false;
    return next.to === undefined || leadsToLost(next, steps + 1);
  }
}
