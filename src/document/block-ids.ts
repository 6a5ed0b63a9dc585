/** Which id belongs to which block of a text, as the ledger decides. */
export interface BlockIds {
  /** One for each block, in order. */
  ids: string[];
  /** Previous ids that each block carries besides its own. */
  previous: string[][];
  tombstones: Tombstone[];
  /** In a translation, what is behind its original. */
  outdated?: Outdated | undefined;
}

/** Blocks of a translation whose originals have changed since they were translated. */
export interface Outdated {
  ids: readonly string[];
  /** The page of the original. */
  original: `/${string}/`;
}

/** A text that was retired or moved to another essay, with the position where it was. */
export interface Tombstone {
  id: string;
  /** Other previous ids that lead here. */
  also: string[];
  /** Index of the block before it; -1 at the beginning. */
  after: number;
  why: string | null;
  /** An address in another essay. */
  to: string | null;
}
