import { backup, DatabaseSync } from 'node:sqlite';

/** Copies the database while the endpoint runs, whole and in one file: `node copy.ts submissions.sqlite copy.sqlite`. */
const [from, to] = process.argv.slice(2);
if (from && to) {
  process.umask(0o077);
  const database = new DatabaseSync(from, { readOnly: true });
  const pages = await backup(database, to);
  database.close();
  console.log(`${pages} pages were copied to ${to}`);
} else {
  console.error('Name the database and the copy: node copy.ts submissions.sqlite copy.sqlite');
  process.exitCode = 1;
}
