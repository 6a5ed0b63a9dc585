import type { Answer, Query } from './full-text-search.ts';
import { SearchError, WorkerConnection } from './worker-connection.ts';

/**
 * The page's side of the search. After an error the next query starts a new worker. A new one is also tried before an
 * error is reported, but where files did not come: it reads the table of contents of the site as it is now.
 */
export class SearchClient {
  readonly #folder: string;
  #requests: ReadonlyMap<string, Promise<Response>>;
  #connection: WorkerConnection | undefined;
  #attempts = 0;
  #queryId = 0;

  /**
   * @param folder address of the site's `pagefind` folder
   * @param requests requests for files of the folder that have already been sent, by path
   */
  constructor(folder: string, requests: ReadonlyMap<string, Promise<Response>>) {
    this.#folder = folder;
    this.#requests = requests;
  }

  /** Loads what every query needs. The next query reports an error, if there is one. */
  preload(): void {
    this.#connect().post({ kind: 'open' });
  }

  /**
   * Answers a query. A later query cancels an earlier one.
   * @param onAnswer called with the first results and again with all of them
   * @throws SearchError
   */
  async search(query: Query, onAnswer: (answer: Answer) => void): Promise<void> {
    const id = ++this.#queryId;
    for (let isRetry = false; ; isRetry = true) {
      const connection = this.#connect();
      try {
        return await connection.search(id, query, (answer) => id === this.#queryId && onAnswer(answer));
      } catch (error) {
        if (this.#connection === connection) this.#connection = undefined;
        connection.close();
        if (id !== this.#queryId) return;
        if (isRetry || !(error instanceof SearchError) || error.reason === 'files') throw error;
      }
    }
  }

  /** Drops the answers of the current query. */
  cancel(): void {
    this.#queryId += 1;
  }

  #connect(): WorkerConnection {
    this.#connection ??= new WorkerConnection(this.#folder, this.#requests, this.#attempts++);
    this.#requests = new Map();
    return this.#connection;
  }
}
