import { withAccepted } from '../../../src/anchors/change-ledger.ts';
import type { Anchor } from '../../../src/anchors/ledger.ts';
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
  for (let round = 0; current.conflicts.length > 0 && round < 5; round += 1) {
    const { conflicts, ids } = current;
    // as the stored ledger, which knows no id of this version
    let ledger = { ...current.ledger, anchors: current.ledger.anchors.filter(({ id }) => published.has(id)) };
    for (const { id, kind, guess } of conflicts) {
      const at = texts.findIndex((text, index) => {
        const isFree = ids[index] === id || !published.has(ids[index] ?? '');
        return (
          (isFree || guess === index) && text.kind === kind && originsOf(text).has(published.get(id) ?? -1)
        );
      });
      const block = blocks[at];
      if (block && round <= 2) ledger = withAccepted(ledger, id, block, ids.with(at, id));
      else ledger = { ...ledger, anchors: ledger.anchors.map((one) => (one.id === id ? retired(one) : one)) };
    }
    current = resolve(blocks, ledger, version);
  }
  return current;
}

function retired({ firstSketch: _, to: __, ...rest }: Anchor): Anchor {
  return { ...rest, retired: 'It was wrong.' };
}
