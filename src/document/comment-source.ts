/** What the file of a comment holds; `src/comments/comment.ts` says what each field may be. */
export interface CommentFields {
  name: string;
  website: string | null;
  /** A moment or a day; null where the day in the file's name says it. */
  date: string | null;
  block: string | null;
  quote: string | null;
  parent: string | null;
  role: string | null;
  origin: { kind: string; address: string | null };
  text: string;
}

/**
 * The file of a comment: the same bytes for the same comment, one field a line, always in the same order. Part of the
 * form's script too: every byte is sent to readers.
 */
export function commentSource(comment: CommentFields): string {
  const fields: [string, string | null][] = [
    ['name', JSON.stringify(comment.name)],
    ['website', quoted(comment.website)],
    ['date', comment.date],
    ['block', quoted(comment.block)],
    ['quote', quoted(comment.quote)],
    ['parent', comment.parent],
    ['role', comment.role],
    ['origin', comment.origin.kind],
    ['address', quoted(comment.origin.address)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}\n`]));
  return `---\n${lines.join('')}---\n\n${comment.text}\n`;
}

/** JSON's strings are YAML's too, whatever stands in them. */
function quoted(value: string | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
