import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { type Store, StoreError, type StoreReason } from './store.ts';

/** How long a locked database is tried again, and how often, in milliseconds. */
const lockTime = 3_000;
const lockStep = 25;

/**
 * A store in one SQLite file. `synchronous = FULL` with a write-ahead log: when `save` has returned, the submission
 * survives a killed process and a power failure.
 * @param pages the most pages of 4 kB that the file may have; unlimited by default
 * @throws Error where the file cannot be opened
 */
export function openSqliteStore(path: string, pages = 0): Store {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(
    `CREATE TABLE IF NOT EXISTS submissions(
      id TEXT PRIMARY KEY, received TEXT NOT NULL, essay TEXT NOT NULL, block TEXT NOT NULL, quote TEXT NOT NULL,
      parent TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, website TEXT NOT NULL, comment TEXT NOT NULL,
      elapsed REAL) STRICT`,
  );
  if (pages > 0) database.exec(`PRAGMA max_page_count = ${pages}`);
  database.exec('PRAGMA busy_timeout = 0'); // waiting inside SQLite would stop every other request
  // The id leaves the e-mail address out, so a corrected address comes with the same id.
  const insert = database.prepare(
    `INSERT INTO submissions(id, received, essay, block, quote, parent, name, email, website, comment, elapsed)
      VALUES (:id, :received, :essay, :block, :quote, :parent, :name, :email, :website, :comment, :elapsed)
      ON CONFLICT(id) DO UPDATE SET email = excluded.email WHERE email <> excluded.email`,
  );
  return {
    async save(submission) {
      const deadline = performance.now() + lockTime;
      for (;;) {
        try {
          insert.run({ ...submission });
          return;
        } catch (error) {
          const reason = reasonOf(error);
          if (reason !== 'busy' || performance.now() > deadline) throw new StoreError(reason, error);
          await wait(lockStep);
        }
      }
    },
    close: () => database.close(),
  };
}

/** The primary result codes of SQLite: 5 is BUSY, 6 is LOCKED, 13 is FULL. https://sqlite.org/rescode.html */
function reasonOf(error: unknown): StoreReason {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  if (code === 5 || code === 6) return 'busy';
  return code === 13 ? 'full' : 'unavailable';
}
