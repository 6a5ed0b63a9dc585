import type { BlockKind } from '../../document/block.ts';
import type { Sketched } from './sketch.ts';

/**
 * The bounds by which a text is known again. They were set by judgement; the labelled edits in
 * `bench/anchor-edits` and the random ones in the property test are what they are checked against.
 */
export const bounds = {
  /** Likeness from which a text is the same, wherever it stands. */
  alike: 0.5,
  /** Likeness from which it is the same between the neighbours it had. */
  alikeInPlace: 0.22,
  /** Two candidates nearer than this to each other, and alike, are not told apart. */
  margin: 0.1,
  /** Share of an old text that another must hold, for it to have been merged into it. */
  within: 0.7,
  /** The same, where the other text is one of its neighbours. */
  withinNeighbour: 0.5,
  /** Share from which all of it stands there, whatever else does. */
  still: 0.95,
  /** Likeness below which an id would stand on another text than it was published for. */
  other: 0.15,
} as const;

/** A text to be matched, old or new. */
export interface Piece extends Sketched {
  kind: BlockKind;
  /** An id that is its own by the author's choice. */
  own: string | null;
}

/** The texts of two versions, and which of them were found to be the same. Texts are told by their index. */
export interface Pairing {
  olds: readonly Piece[];
  news: readonly Piece[];
  /** Old to new, one to one. */
  pairs: ReadonlyMap<number, number>;
  /** New to old. */
  back: ReadonlyMap<number, number>;
  pair(old: number, fresh: number): void;
  /** Old texts without a partner, in order. Sections are not among them: they go by what stands in them. */
  openOlds(): number[];
  openNews(): number[];
}

export function pairingOf(olds: readonly Piece[], news: readonly Piece[]): Pairing {
  const pairs = new Map<number, number>();
  const back = new Map<number, number>();
  const open = (pieces: readonly Piece[], done: ReadonlyMap<number, number>) =>
    pieces.flatMap((one, index) => (one.kind !== 'section' && !done.has(index) ? [index] : []));
  return {
    olds,
    news,
    pairs,
    back,
    pair(old, fresh) {
      pairs.set(old, fresh);
      back.set(fresh, old);
    },
    openOlds: () => open(olds, pairs),
    openNews: () => open(news, back),
  };
}
