import type { Answer, Question } from './answer.ts';
import type { FromPage, FromWorker } from './messages.ts';
import { trustOnly } from './trusted-worker.ts';
import { wholeFile } from './whole-file.ts';
import workerAddress from './worker.ts?worker&url';

/** Why a question has no answer: a file did not arrive whole, or the browser let no worker start. */
export class SearchFailure extends Error {
  readonly reason: 'files' | 'worker';

  constructor(reason: 'files' | 'worker', detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** Milliseconds that a worker may take until it says that it is there. */
const startLimit = 6000;

/** The search as a page sees it. After a failure the next question begins afresh, with a new worker. */
export class SearchClient {
  readonly #folder: string;
  #early: ReadonlyMap<string, Promise<Response>>;
  #running: Running | undefined;
  #attempts = 0;
  #turn = 0;

  /**
   * @param folder address of the site's `pagefind` folder
   * @param early requests for its files that are already on their way, by path
   */
  constructor(folder: string, early: ReadonlyMap<string, Promise<Response>>) {
    this.#folder = folder;
    this.#early = early;
  }

  /** Fetches what every search needs. A failure is told when something is asked. */
  warm(): void {
    this.#run().post({ kind: 'open' });
  }

  /**
   * Asks; a later question makes an earlier one fall silent.
   * @param tell called with the first results and again with all of them
   * @throws SearchFailure
   */
  async ask(question: Question, tell: (answer: Answer) => void): Promise<void> {
    const turn = ++this.#turn;
    for (let retry = false; ; retry = true) {
      const running = this.#run();
      try {
        return await running.ask(turn, question, (answer) => turn === this.#turn && tell(answer));
      } catch (failure) {
        if (this.#running === running) this.#running = undefined;
        running.end();
        if (turn !== this.#turn) return;
        if (retry || !(failure instanceof SearchFailure) || failure.reason === 'files') throw failure;
      }
    }
  }

  /** What is still on its way is not told any more. */
  fallSilent(): void {
    this.#turn += 1;
  }

  #run(): Running {
    this.#running ??= new Running(this.#folder, this.#early, this.#attempts++);
    this.#early = new Map();
    return this.#running;
  }
}

/** One worker from its start to its end. */
class Running {
  readonly #folder: string;
  readonly #early: Map<string, Promise<ArrayBuffer | null>>;
  readonly #asked = new Map<number, { tell(answer: Answer): void; done(): void; fail(error: Error): void }>();
  readonly #ready: Promise<Worker>;
  #worker: Worker | undefined;

  constructor(folder: string, early: ReadonlyMap<string, Promise<Response>>, attempt: number) {
    this.#folder = folder;
    this.#early = new Map(
      [...early].map(([path, request]) => [path, wholeFile(folder + path, false, request)]),
    );
    this.#ready = this.#start(attempt);
    this.#ready.catch((error) => this.#failAll(error));
  }

  post(message: FromPage): void {
    this.#ready.then(
      (worker) => worker.postMessage(message),
      () => undefined, // whoever asks is told
    );
  }

  async ask(turn: number, question: Question, tell: (answer: Answer) => void): Promise<void> {
    const answered = new Promise<void>((done, fail) => {
      for (const earlier of this.#asked.values()) earlier.done();
      this.#asked.clear();
      this.#asked.set(turn, { tell, done, fail });
    });
    this.post({ kind: 'ask', turn, question });
    await Promise.all([this.#ready, answered]);
  }

  end(): void {
    this.#worker?.terminate();
  }

  #start(attempt: number): Promise<Worker> {
    return new Promise((done, fail) => {
      const blocked = (detail: string) => fail(new SearchFailure('worker', detail));
      try {
        const address = new URL(workerAddress, import.meta.url);
        if (attempt > 0) address.searchParams.set('again', String(attempt)); // past what the browser remembers
        trustOnly(address);
        this.#worker = new Worker(address.href, { type: 'module' });
      } catch (error) {
        return blocked(String(error));
      }
      const worker = this.#worker;
      const timer = setTimeout(() => blocked('The worker did not start in time'), startLimit);
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        clearTimeout(timer);
        blocked(event.message);
        this.#failAll(new SearchFailure('worker', event.message));
      });
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (data.kind === 'ready') {
          clearTimeout(timer);
          done(worker);
        } else this.#hear(worker, data);
      });
    });
  }

  async #hear(worker: Worker, message: FromWorker) {
    if (message.kind === 'want') {
      const { path, again } = message;
      const early = again ? undefined : this.#early.get(path);
      this.#early.delete(path);
      const packed = await (early ?? wholeFile(this.#folder + path, again));
      const brought: FromPage = { kind: 'file', path, packed };
      worker.postMessage(brought, packed ? [packed] : []);
    } else if (message.kind === 'answer') {
      const asked = this.#asked.get(message.turn);
      asked?.tell(message.answer);
      if (message.answer.whole) asked?.done();
    } else if (message.kind === 'failed') {
      this.#asked.get(message.turn)?.fail(new SearchFailure(message.reason, message.detail));
    }
  }

  #failAll(error: Error) {
    for (const asked of this.#asked.values()) asked.fail(error);
    this.#asked.clear();
  }
}
