import type { Answer, Query } from './full-text-search.ts';

/** A message from the page to the worker. */
export type PageMessage =
  /** Load what every query needs. */
  | { kind: 'open' }
  | { kind: 'query'; id: number; query: Query }
  /** The compressed bytes of a requested file; null if it could not be fetched. */
  | { kind: 'file'; path: string; bytes: ArrayBuffer | null };

/** A message from the worker to the page. */
export type WorkerMessage =
  | { kind: 'ready' }
  /** Requests a file of the `pagefind` folder. `reload` is true if the bytes of the first request were damaged. */
  | { kind: 'request'; path: string; reload: boolean }
  | { kind: 'answer'; id: number; answer: Answer }
  | { kind: 'error'; id: number; reason: 'files' | 'worker'; detail: string };
