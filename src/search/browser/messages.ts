import type { Answer, Question } from './answer.ts';

/** What a page says to the search beside it. */
export type FromPage =
  | { kind: 'open' }
  | { kind: 'ask'; turn: number; question: Question }
  /** A file as it came, or null where it did not. */
  | { kind: 'file'; path: string; packed: ArrayBuffer | null };

/** What the search says to its page. */
export type FromWorker =
  | { kind: 'ready' }
  /** A file of the `pagefind` folder is needed; `again` where what came was not whole. */
  | { kind: 'want'; path: string; again: boolean }
  | { kind: 'answer'; turn: number; answer: Answer }
  | { kind: 'failed'; turn: number; reason: 'files' | 'worker'; detail: string };
