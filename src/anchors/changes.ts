import type { BlockKind } from '../document/block.ts';
import type { TextPlace } from './block-positions.ts';
import type { Anchor, Ledger } from './ledger.ts';
import { longestRise } from './match/increasing-subsequence.ts';
import type { Piece } from './match/pairing.ts';
import { sameWords } from './match/sketch.ts';

/** What happened to an anchor between the ledger and the text. */
export interface Change {
  id: string;
  kind: BlockKind;
  what: 'carried' | 'new' | 'moved' | 'merged' | 'restored';
  /** How its text begins today; for a merged one, as it was. */
  text: string;
  /** The id it stands in now, for a merged one. */
  into?: string;
}

/** A text whose ids are known, and what they were known by. */
interface Named {
  ledger: Ledger;
  standing: readonly Anchor[];
  news: readonly Piece[];
  ids: readonly string[];
  owner: ReadonlyMap<number, Anchor>;
  places: ReadonlyMap<string, TextPlace>;
  restored: ReadonlySet<string>;
  unpublished: ReadonlySet<string>;
}

/** What happened to each anchor that is not where and what it was. */
export function changesIn(named: Named): Change[] {
  const { ledger, standing, news, ids, owner, places, restored, unpublished } = named;
  const order = new Map(ledger.anchors.map((one, index) => [one.id, index]));
  const carried = ids.flatMap((id, index) => (owner.has(index) ? [{ index, was: order.get(id) ?? 0 }] : []));
  const kept = new Set(longestRise(carried.map((one) => one.was)).map((at) => carried[at]?.index));
  const made = ids.flatMap((id, index): Change[] => {
    const piece = news[index];
    const before = owner.get(index);
    if (!piece) return [];
    const what = restored.has(id)
      ? 'restored'
      : !before
        ? 'new'
        : !kept.has(index)
          ? 'moved'
          : sameWords(before, piece) && before.kind === piece.kind
            ? null
            : 'carried';
    return what ? [{ id, kind: piece.kind, what, text: piece.text }] : [];
  });
  const merged = standing.flatMap((anchor): Change[] => {
    const place = places.get(anchor.id);
    if (!place || place.main || unpublished.has(anchor.id)) return [];
    const into = ids[place.at] ?? '';
    return [{ id: anchor.id, kind: anchor.kind, what: 'merged', text: anchor.text, into }];
  });
  return [...made, ...merged];
}
