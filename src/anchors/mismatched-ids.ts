import type { Block } from '../document/block.ts';
import type { Fault } from './conflict.ts';
import type { Anchor } from './ledger.ts';
import { bounds, type Piece } from './match/pairing.ts';
import { bagOf, codesOf, likeness, weightsOf } from './match/sketch.ts';

/** A text, block by block, with the anchor that each is known by. */
interface Known {
  blocks: readonly Block[];
  /** The blocks as they are compared. */
  news: readonly Piece[];
  /** The anchors that texts of today may have. */
  standing: readonly Anchor[];
  owner: ReadonlyMap<number, Anchor>;
  byId: ReadonlyMap<string, Anchor>;
  unpublished: ReadonlySet<string>;
}

/** Ids that would stand on another text: chosen again by the author, or moved away from theirs step by step. */
export function strangers({ blocks, news, standing, owner, byId, unpublished }: Known): Fault[] {
  const found: Fault[] = [];
  const weights = weightsOf(
    standing.map((one) => codesOf(one.first ?? one.words)),
    news.map((one) => codesOf(one.words)),
  );
  const apart = (a: string, b: string) =>
    likeness(bagOf(codesOf(a), weights), bagOf(codesOf(b), weights), weights) < bounds.other;
  blocks.forEach((block, index) => {
    const piece = news[index];
    const anchor = owner.get(index);
    if (!piece || (anchor && unpublished.has(anchor.id))) return;
    const fault = (what: Fault['what'], one: Anchor): Fault => ({
      what,
      id: one.id,
      kind: block.kind,
      text: one.text,
      after: index,
      guess: index,
    });
    const taken = block.own === null || anchor?.id === block.own ? undefined : byId.get(block.own);
    if (taken) found.push(fault('reused', taken));
    else if (anchor && block.kind !== 'section' && anchor.words !== piece.words) {
      if (block.own !== null && apart(anchor.words, piece.words)) found.push(fault('reused', anchor));
      else if (apart(anchor.first ?? anchor.words, piece.words)) found.push(fault('drifted', anchor));
    }
  });
  return found;
}
