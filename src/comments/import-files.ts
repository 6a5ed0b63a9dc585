import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { approvedIds } from './comment-folder.ts';
import type { Skipped } from './import/parsed.ts';
import { readDelivery } from './import/read-file.ts';
import { essayOf, type KnownEssay } from './known-essays.ts';
import type { PendingBox } from './pending.ts';
import type { Submission } from './submission.ts';
import { suspicions } from './suspicion.ts';

/** What came of one file. `records` is the sum of the numbers after it and of what was skipped. */
export interface FileReport {
  file: string;
  records: number;
  /** Wait for review now. */
  added: string[];
  /** Waited already, or stood twice among the files. */
  waiting: number;
  /** Were approved, rejected or marked as spam before. */
  decided: number;
  skipped: Skipped[];
}

export interface ImportOptions {
  box: PendingBox;
  essays: readonly KnownEssay[];
  blocklist: readonly string[];
  /** `2026-02-28T09:30:00Z`. */
  now: string;
  /** The slug of the essay to which everything belongs, whatever the files say. */
  essay: string | null;
}

/** Puts what files deliver where it waits for review: each comment once, however often it is imported. */
export async function importFiles(paths: readonly string[], options: ImportOptions): Promise<FileReport[]> {
  const files = paths.flatMap(filesAt);
  const read: { file: string; delivery: Awaited<ReturnType<typeof readDelivery>> }[] = [];
  for (const file of files) read.push({ file, delivery: await readDelivery(file) });
  const pages = new Map(read.flatMap(({ delivery }) => [...delivery.pages]));
  const approved = new Set(options.essays.flatMap(({ slug }) => [...approvedIds(slug)]));
  const tokens = new Map(options.box.all().map(({ submission }) => [submission.token, submission.id]));
  return read.map(({ file, delivery }) => {
    const report: FileReport = {
      file,
      records: delivery.submissions.length + delivery.skipped.length,
      added: [],
      waiting: 0,
      decided: 0,
      skipped: delivery.skipped,
    };
    for (const found of delivery.submissions) {
      const submission = { ...found, page: { ...found.page, ...pages.get(found.page.thread) } };
      const { id } = submission;
      if (approved.has(id) || options.box.decision(id) !== null) report.decided += 1;
      else {
        const waiting = options.box.get(id);
        if (waiting) {
          report.waiting += 1;
          const essay = waiting.essay ?? essayFor(submission, options);
          if (essay !== waiting.essay) options.box.put({ ...waiting, essay });
          continue;
        }
        add(submission, tokens, options);
        report.added.push(id);
      }
    }
    return report;
  });
}

function add(submission: Submission, tokens: Map<string, string>, options: ImportOptions): void {
  const earlier = submission.token === '' ? undefined : tokens.get(submission.token);
  const notes = earlier === undefined ? [] : [`the same form was sent before with other words: ${earlier}`];
  tokens.set(submission.token, submission.id);
  options.box.put({
    submission: { ...submission, notes: [...submission.notes, ...notes] },
    essay: essayFor(submission, options),
    suspicions: suspicions(submission, options.blocklist, options.now),
    imported: options.now,
  });
}

function essayFor({ page }: Submission, { essay, essays }: ImportOptions): string | null {
  return essay ?? essayOf(page, essays);
}

/** A file itself, or every file in a folder and those within, by name; what begins with a dot and a database's companions are left out. */
function filesAt(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter(
    (name) => !name.startsWith('.') && !/-(?:wal|shm|journal)$/.test(name),
  );
  return names.sort().flatMap((name) => filesAt(join(path, name)));
}
