import type { BlockKind } from '../document/block.ts';
import type { IdentifiedBlocks } from './identify-blocks.ts';
import { longestIncreasingSubsequence } from './match/increasing-subsequence.ts';
import { sameWords } from './match/sketch.ts';

/** What is different about an anchor between the ledger and the text. */
export interface Change {
  id: string;
  kind: BlockKind;
  what: 'carried' | 'new' | 'moved' | 'merged' | 'restored';
  /** How its text begins now; for a merged one, how it began. */
  text: string;
  /** For a merged one: the id of the block that contains it now. */
  into?: string;
}

/** What is different about each anchor whose text or position changed. */
export function findChanges(identified: IdentifiedBlocks): Change[] {
  return [...currentChanges(identified), ...mergedAnchors(identified)];
}

function currentChanges({ ledger, currentBlocks, ids, anchorOf, restored }: IdentifiedBlocks): Change[] {
  const positionOf = new Map(ledger.anchors.map(({ id }, index) => [id, index]));
  const carried = ids.flatMap((id, index) => (anchorOf.has(index) ? [{ id, index }] : []));
  const previousOrder = carried.map(({ id }) => positionOf.get(id) ?? 0);
  const inOrder = new Set(longestIncreasingSubsequence(previousOrder).map((at) => carried[at]?.index));
  return currentBlocks.flatMap((block, index): Change[] => {
    const id = ids[index] ?? '';
    const what = changeOf(id, index);
    return what ? [{ id, kind: block.kind, what, text: block.text }] : [];
  });

  function changeOf(id: string, index: number): Change['what'] | null {
    const block = currentBlocks[index];
    const anchor = anchorOf.get(index);
    if (restored.has(id)) return 'restored';
    if (!anchor || !block) return 'new';
    if (!inOrder.has(index)) return 'moved';
    return sameWords(anchor, block) && anchor.kind === block.kind ? null : 'carried';
  }
}

function mergedAnchors({ activeAnchors, ids, positions, unpublished }: IdentifiedBlocks): Change[] {
  return activeAnchors.flatMap(({ id, kind, text }): Change[] => {
    const position = positions.get(id);
    if (!position || position.isBlockId || unpublished.has(id)) return [];
    return [{ id, kind, what: 'merged', text, into: ids[position.index] ?? '' }];
  });
}
