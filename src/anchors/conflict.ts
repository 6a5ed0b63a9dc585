import type { BlockKind } from '../document/block.ts';

/** Something that stops the build until the author has said what is meant. */
export interface Fault {
  what: 'lost' | 'renamed' | 'reused' | 'drifted';
  id: string;
  kind: BlockKind;
  /** How the text began when it was last seen. */
  text: string;
  /** The block before the place where it stood, as an index into the blocks; -1 at the very beginning. */
  after: number;
  /** The block that may be meant, as an index into the blocks. */
  guess: number | null;
}
