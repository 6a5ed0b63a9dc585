import type { Submission } from './submission.ts';

export interface StoredSubmission extends Submission {
  id: string;
  /** When it came: ISO 8601, UTC. */
  received: string;
}

/** Where submissions go. */
export interface Store {
  /**
   * Keeps a submission for good; one whose id is there already is kept once.
   * @throws StoreError where it could not be kept
   */
  save(submission: StoredSubmission): Promise<void>;
  close(): void;
}

export type StoreReason = 'busy' | 'full' | 'unavailable';

/** A submission could not be kept, and why. */
export class StoreError extends Error {
  readonly reason: StoreReason;

  constructor(reason: StoreReason, cause: unknown) {
    super(`The submission could not be stored (${reason})`, { cause });
    this.name = 'StoreError';
    this.reason = reason;
  }
}
