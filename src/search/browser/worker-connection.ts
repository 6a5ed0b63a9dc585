import { type FetchedFile, fetchFile } from './fetch-file.ts';
import type { Answer, Query } from './full-text-search.ts';
import { trustWorker } from './trust-worker.ts';
import workerAddress from './worker.ts?worker&url';
import type { PageMessage, WorkerMessage } from './worker-messages.ts';

/**
 * Why a query has no answer: a file could not be fetched completely, the browser did not start the worker, or the host
 * no longer has a file of which the name changes with its content: a newer site has replaced the one of this page.
 */
export type SearchFault = 'files' | 'worker' | 'updated';

export class SearchError extends Error {
  readonly reason: SearchFault;

  constructor(reason: SearchFault, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** Milliseconds within which a worker must start. */
const startTimeout = 6000;

interface PendingQuery {
  onAnswer(answer: Answer): void;
  resolve(): void;
  reject(error: Error): void;
}

/** One worker, from its start to its end. */
export class WorkerConnection {
  readonly #folder: string;
  readonly #preloaded: Map<string, Promise<FetchedFile>>;
  readonly #pending = new Map<number, PendingQuery>();
  readonly #ready: Promise<Worker>;
  /** True for a second worker: what the first one got from the browser's cache may be of an earlier site. */
  readonly #isFresh: boolean;
  #worker: Worker | undefined;
  /** True where the host no longer has a file that this site's table of contents names. */
  #isUpdated = false;

  /**
   * @param folder address of the site's `pagefind` folder
   * @param requests requests for files of the folder that have already been sent, by path
   * @param attempt number of workers that were started before this one
   */
  constructor(folder: string, requests: ReadonlyMap<string, Promise<Response>>, attempt: number) {
    this.#folder = folder;
    this.#isFresh = attempt > 0;
    this.#preloaded = new Map(
      [...requests].map(([path, request]) => [path, fetchFile(folder + path, false, request)]),
    );
    this.#ready = this.#start(attempt);
    this.#ready.catch((error) => this.#rejectAll(error));
  }

  post(message: PageMessage): void {
    this.#ready.then(
      (worker) => worker.postMessage(message),
      () => undefined, // the pending query is rejected
    );
  }

  /** @throws SearchError */
  async search(id: number, query: Query, onAnswer: (answer: Answer) => void): Promise<void> {
    const answered = new Promise<void>((resolve, reject) => {
      for (const earlier of this.#pending.values()) earlier.resolve();
      this.#pending.clear();
      this.#pending.set(id, { onAnswer, resolve, reject });
    });
    this.post({ kind: 'query', id, query });
    await Promise.all([this.#ready, answered]);
  }

  close(): void {
    this.#worker?.terminate();
  }

  #start(attempt: number): Promise<Worker> {
    return new Promise((resolve, reject) => {
      const address = new URL(workerAddress, import.meta.url);
      try {
        if (attempt > 0) address.searchParams.set('again', String(attempt)); // bypasses a cached failure
        trustWorker(address);
        this.#worker = new Worker(address.href, { type: 'module' });
      } catch (error) {
        return reject(new SearchError('worker', String(error)));
      }
      const worker = this.#worker;
      let isStarted = false;
      const timer = setTimeout(
        () => reject(new SearchError('files', 'The worker did not start in time')),
        startTimeout,
      );
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        clearTimeout(timer);
        if (isStarted) this.#rejectAll(new SearchError('worker', event.message));
        else whyNotStarted(address.href).then((reason) => reject(new SearchError(reason, event.message)));
      });
      worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
        if (data.kind === 'ready') {
          clearTimeout(timer);
          isStarted = true;
          resolve(worker);
        } else this.#onMessage(worker, data);
      });
    });
  }

  async #onMessage(worker: Worker, message: WorkerMessage) {
    if (message.kind === 'request') {
      const { path, reload } = message;
      const preloaded = reload ? undefined : this.#preloaded.get(path);
      this.#preloaded.delete(path);
      const hasName = path.includes('/'); // made from the content, which therefore never changes
      const found = await (preloaded ??
        fetchFile(this.#folder + path, reload || (this.#isFresh && !hasName)));
      if (found === 'gone' && hasName) this.#isUpdated = true;
      const bytes = found === 'gone' ? null : found;
      const file: PageMessage = { kind: 'file', path, bytes };
      worker.postMessage(file, bytes ? [bytes] : []);
    } else if (message.kind === 'answer') {
      const query = this.#pending.get(message.id);
      query?.onAnswer(message.answer);
      if (message.answer.isFinal) query?.resolve();
    } else if (message.kind === 'error') {
      this.#pending
        .get(message.id)
        ?.reject(new SearchError(this.#isUpdated ? 'updated' : message.reason, message.detail));
    }
  }

  #rejectAll(error: Error) {
    for (const query of this.#pending.values()) query.reject(error);
    this.#pending.clear();
  }
}

/** A browser does not tell a page whether it refused a worker or did not get its script. */
async function whyNotStarted(address: string): Promise<SearchFault> {
  try {
    const { status, headers } = await fetch(address, { signal: AbortSignal.timeout(startTimeout) });
    if (status === 404 || status === 410) return 'updated';
    return /javascript/.test(headers.get('content-type') ?? '') ? 'worker' : 'files';
  } catch {
    return 'files';
  }
}
