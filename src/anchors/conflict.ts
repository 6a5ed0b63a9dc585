import type { BlockKind } from '../document/block.ts';

/** A published id that the author must decide about before the site can be built. */
export interface Conflict {
  /**
   * `lost`: the text is missing. `renamed`: the author changed the id. `reused`: the author gave the id to another
   * text. `drifted`: the text has little in common with the one that the id was published for.
   */
  what: 'lost' | 'renamed' | 'reused' | 'drifted';
  id: string;
  kind: BlockKind;
  /** How the text began when it was last seen. */
  text: string;
  /** Index of the block before its position; -1 at the beginning. */
  after: number;
  /** Index of the block that is most likely meant. */
  guess: number | null;
}
