import { type Page, type Reported, type Submission, submissionFrom } from '../submission.ts';

/** Something in a file that did not become a submission. */
export interface Skipped {
  /** Which one: its number or its id in the file. */
  record: string;
  /** Why, as the end of a sentence that begins with it. */
  reason: string;
}

/** What a file holds. Every record is in one of the two lists: `submissions.length + skipped.length` is their number. */
export interface Parsed {
  submissions: Submission[];
  skipped: Skipped[];
  /** Titles and addresses of pages, by the key of a thread whose comments may stand in another file. */
  pages: Map<string, Partial<Page>>;
}

/**
 * Sorts records into submissions and skipped ones.
 * @param read what a record reports, or why it is skipped
 * @param nameOf how the record is called in the report
 */
export function sorted<Record>(
  records: Iterable<Record>,
  read: (record: Record) => Reported | string,
  nameOf: (record: Record, index: number) => string,
): Parsed {
  const parsed: Parsed = { submissions: [], skipped: [], pages: new Map() };
  let index = 0;
  for (const record of records) {
    const reported = read(record);
    const made = typeof reported === 'string' ? reported : submissionFrom(reported);
    if (typeof made === 'string') parsed.skipped.push({ record: nameOf(record, index), reason: made });
    else parsed.submissions.push(made);
    index += 1;
  }
  return parsed;
}

/** A file of which nothing can be read. */
export function unreadable(reason: string): Parsed {
  return { submissions: [], skipped: [{ record: 'the file', reason }], pages: new Map() };
}
