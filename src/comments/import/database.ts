import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { idFrom } from '../comment-id.ts';
import { type Parsed, sorted, unreadable } from './parsed.ts';
import { fieldsOf, fromReader } from './reader-fields.ts';

const text = z.coerce.string();
const nullable = z.union([z.null().transform(() => ''), text]);

/** The columns of Isso's tables that matter here. `mode`: 1 is published, 2 waits for approval, 4 is deleted. */
const issoRow = z.object({
  id: text,
  parent: nullable,
  created: z.coerce.number(),
  mode: z.coerce.number(),
  text: nullable,
  author: nullable,
  email: nullable,
  website: nullable,
  uri: nullable,
  title: nullable,
});

/**
 * An SQLite database: the receiving endpoint's (table `submissions`) or Isso's (tables `threads` and `comments`). It is
 * opened where it lies and only read, because what a running server wrote last stands in a file beside it.
 */
export function fromDatabase(path: string): Parsed {
  let database: DatabaseSync;
  try {
    database = new DatabaseSync(path, { readOnly: true });
  } catch (error) {
    return unreadable(`cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
    const names = new Set(tables.map((row) => row['name']));
    if (names.has('submissions')) return fromEndpoint(database);
    if (names.has('comments') && names.has('threads')) return fromIsso(database);
    return unreadable('has neither a table `submissions` nor the tables `comments` and `threads` of Isso');
  } catch (error) {
    return unreadable(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    database.close();
  }
}

function fromEndpoint(database: DatabaseSync): Parsed {
  const rows = database.prepare('SELECT * FROM submissions ORDER BY received, id').all();
  return sorted(
    rows,
    (row) => fromReader(fieldsOf(Object.entries(row))),
    (row) => `row ${String(row['id'])}`,
  );
}

function fromIsso(database: DatabaseSync): Parsed {
  const rows = database
    .prepare(
      `SELECT c.id, c.parent, c.created, c.mode, c.text, c.author, c.email, c.website, t.uri, t.title
       FROM comments c LEFT JOIN threads t ON t.id = c.tid ORDER BY c.id`,
    )
    .all();
  return sorted(
    rows,
    (row) => {
      const read = issoRow.safeParse(row);
      if (!read.success) return 'has a column of the wrong kind';
      const { id, parent, created, mode, author, email, website, uri, title } = read.data;
      if (mode === 4) return 'was deleted at Isso';
      const key = (one: string) => ['isso', uri, one];
      return {
        kind: 'isso',
        key: key(id),
        page: { address: uri, title },
        parent: parent === '' ? '' : idFrom(key(parent)),
        name: author,
        email,
        website,
        date: created,
        text: read.data.text,
      };
    },
    (row) => `comment ${String(row['id'])}`,
  );
}
