import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { readComments } from '../comments/comment-folder.ts';
import { approve, authorFor, type Desk, type Outcome, reply } from '../comments/decisions.ts';
import { pendingInALine, pendingInWords } from '../comments/describe-pending.ts';
import type { FileReport } from '../comments/import-files.ts';
import { knownEssays } from '../comments/known-essays.ts';
import { type Pending, PendingBox } from '../comments/pending.ts';
import { outcomeInWords, review } from '../comments/review.ts';
import { readBlocklist } from '../comments/suspicion.ts';
import { AuthorError } from '../document/problem.ts';
import { commentsBox, contentFolder } from '../paths.ts';
import { site } from '../site.ts';

const usage = `npm run comments -- import PATH...      reads mails, exports and databases; what is new waits for review
npm run comments -- list               what waits; ! marks what may be spam
npm run comments -- review             goes through it in the terminal
npm run comments -- show ID            one that waits, with everything that is known of it
npm run comments -- approve ID...      makes it a file beside its essay; --all: every one that nothing speaks against
npm run comments -- reject ID...       not published; the same again is not asked about
npm run comments -- spam ID...         the same, as spam
npm run comments -- restore ID...      lets a rejected one wait again
npm run comments -- reply ID "TEXT"    answers as the essay's author; --name says who
--essay SLUG says to which essay everything belongs, for import and approve. --json for machines.
Exit codes: 0 done; 1 it could not be done; 2 the command is not understood.`;

const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
const desk: Desk = { box: new PendingBox(commentsBox), essays: knownEssays(), now };

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof AuthorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const parsed = parsedArguments();
  if (typeof parsed === 'string') return misunderstood(parsed);
  const { command, rest, essay, all, json, name } = parsed;
  if (essay !== null && !desk.essays.some(({ slug }) => slug === essay))
    return misunderstood(`There is no essay with the slug \`${essay}\`.`);
  const ids = rest.map(writtenId);
  if (command === 'import' && rest.length > 0) return imported(rest, essay, json);
  if (command === 'list' && rest.length === 0) return listed(json);
  if (command === 'review' && rest.length === 0) return reviewed();
  if (command === 'reply' && rest.length === 2) return replied(ids[0] ?? '', rest[1] ?? '', name, json);
  if (command === 'restore' && ids.length > 0) return restored(ids);
  if (command === 'approve' && all && ids.length === 0) {
    const clean = desk.box
      .all()
      .filter((one) => one.suspicions.length === 0 && (essay ?? one.essay) !== null);
    return told(approve(desk, clean, essay), json);
  }
  if (!/^(?:show|approve|reject|spam)$/.test(command) || ids.length === 0) return misunderstood('');
  const found = ids.map((id) => ({ id, pending: desk.box.get(id) }));
  const unknown = found.filter(({ pending }) => pending === null);
  if (unknown.length > 0)
    return told(
      { refused: unknown.map(({ id }) => `\`${id}\` does not wait${decidedBefore(id)}.`).join('\n') },
      json,
    );
  const pending = found.flatMap((one) => (one.pending === null ? [] : [one.pending]));
  if (command === 'show') return shown(pending, json);
  if (command === 'approve') return told(approve(desk, pending, essay), json);
  desk.box.decide(pending, command === 'spam' ? 'spam' : 'rejected');
  return told({ files: [], remarks: [] }, json);
}

function parsedArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        essay: { type: 'string' },
        name: { type: 'string' },
        all: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
    const [command = 'list', ...rest] = positionals;
    const { essay = null, name = null, all = false, json = false } = values;
    return { command, rest, essay, name, all, json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function misunderstood(why: string): number {
  console.error(why === '' ? usage : `${why}\n\n${usage}`);
  return 2;
}

/** `#comment-3f9a…`, `comment-3f9a…` and `3f9a…` mean the same. */
function writtenId(text: string): string {
  return `comment-${text.replace(/^#?(?:comment-)?/, '')}`;
}

function decidedBefore(id: string): string {
  const decision = desk.box.decision(id);
  if (decision === null) return '';
  return `: it was ${decision === 'spam' ? 'marked as spam' : decision} before`;
}

async function imported(paths: readonly string[], essay: string | null, json: boolean): Promise<number> {
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0)
    return told({ refused: missing.map((path) => `${path} does not exist.`).join('\n') }, json);
  const list = join(contentFolder, 'comments-blocklist.txt');
  const blocklist = existsSync(list) ? readBlocklist(readFileSync(list, 'utf8')) : [];
  const { importFiles } = await import('../comments/import-files.ts'); // its parsers take a second to load
  const reports = await importFiles(paths, { ...desk, blocklist, essay });
  if (json) console.log(JSON.stringify({ version: 1, files: reports }, null, 2));
  else console.log(reports.map(reportInWords).join('\n'));
  if (json) return 0;
  const waiting = desk.box.all();
  const lost = waiting.filter((one) => one.essay === null).length;
  if (lost > 0) console.log(`${lost} belong to no essay that is known; \`list\` shows them.`);
  if (waiting.length > 0)
    console.log(
      `${waiting.length} wait for review: npm run comments -- review, or \`npm run dev\` and the page /comments/waiting/`,
    );
  return 0;
}

function reportInWords({ file, records, added, waiting, decided, skipped }: FileReport): string {
  const counts = `${records} read: ${added.length} new, ${waiting} waiting already, ${decided} decided before, ${skipped.length} skipped`;
  return [`${file}: ${counts}`, ...skipped.map(({ record, reason }) => `  ${record} ${reason}`)].join('\n');
}

function listed(json: boolean): number {
  const all = desk.box.all();
  if (json) console.log(JSON.stringify({ version: 1, pending: all.map(withoutEmail) }, null, 2));
  else console.log(all.length === 0 ? 'No comment waits for review.' : all.map(pendingInALine).join('\n'));
  return 0;
}

function shown(pending: readonly Pending[], json: boolean): number {
  if (json) console.log(JSON.stringify({ version: 1, pending: pending.map(withoutEmail) }, null, 2));
  else for (const one of pending) console.log(pendingInWords(one, desk, knownNames()));
  return 0;
}

/** What goes to other programs may be kept there. */
function withoutEmail({ submission: { email: _, ...submission }, ...rest }: Pending) {
  return { ...rest, submission };
}

async function reviewed(): Promise<number> {
  const input = createInterface({ input: process.stdin });
  const lines = input[Symbol.asyncIterator]();
  const ask = async (question: string) => {
    process.stdout.write(question);
    const { value, done } = await lines.next();
    return done === true ? null : String(value);
  };
  await review(desk, knownNames(), { say: (text) => console.log(text), ask });
  input.close();
  return 0;
}

function knownNames(): string[] {
  const writers = desk.essays.flatMap(({ slug }) => readComments(slug).comments.map(({ name }) => name));
  const authors = desk.essays.flatMap((essay) => essay.authors);
  return [...new Set([...authors, ...(site.publisher === null ? [] : [site.publisher]), ...writers])];
}

function replied(id: string, text: string, name: string | null, json: boolean): number {
  return told(reply(desk, id, name ?? authorFor(desk, id) ?? site.publisher, text), json);
}

function restored(ids: readonly string[]): number {
  const missing = ids.filter((id) => !desk.box.restore(id));
  for (const id of missing) console.error(`\`${id}\` was not rejected on this machine.`);
  return missing.length > 0 ? 1 : 0;
}

function told(outcome: Outcome, json: boolean): number {
  if (json) console.log(JSON.stringify({ version: 1, ...outcome }, null, 2));
  else if ('refused' in outcome) console.error(outcome.refused);
  else console.log(outcomeInWords(outcome) || 'Done.');
  return 'refused' in outcome ? 1 : 0;
}
