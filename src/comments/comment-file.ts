import { readFrontmatter } from '../compile/frontmatter.ts';
import { isCalendarDate } from '../document/calendar-date.ts';
import type { Problem } from '../document/problem.ts';
import { type Comment, commentFieldsSchema, commentText } from './comment.ts';

/** Frontmatter, and the text after it. */
const parts = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\n)---[ \t]*(?:\r?\n|$)([\s\S]*)$/;

/** `2026-02-28-3f9a0c1b2d4e.md`: a day, and the end of the comment's id. */
const fileName = /^(\d{4}-\d{2}-\d{2})-([a-z0-9-]{1,60})\.md$/;

/**
 * Reads the file of a comment.
 * @param file its path, for the messages; the name gives the id
 * @returns the comment, or everything that is wrong with the file
 */
export function parseComment(file: string, source: string): Comment | Problem[] {
  const [, day = '', end = ''] = fileName.exec(file.replace(/^.*\//, '')) ?? [];
  if (!isCalendarDate(day)) {
    const message =
      'The name of a comment’s file is a day, a hyphen and a name of small letters, figures and hyphens, such as 2026-02-28-jane.md.';
    return [{ file, line: 0, message }];
  }
  const split = parts.exec(source);
  if (!split) {
    const message =
      'There is no frontmatter. The file must begin with a line `---`, then `name: …`, `origin: …` and the other fields, then `---`, then the text.';
    return [{ file, line: 1, message }];
  }
  const [, yaml = '', body = ''] = split;
  const published = addressLine(yaml);
  if (published > 0) {
    const message = 'An e-mail address must not stand in a file that is published. Delete this line.';
    return [{ file, line: published + 1, message }];
  }
  const read = readFrontmatter(file, source, commentFieldsSchema);
  const problems = 'problems' in read ? [...read.problems] : [];
  const text = commentText.safeParse(body);
  if (!text.success) {
    const line = `${yaml}---\n`.split('\n').length + 1;
    const why = text.error.issues[0]?.message ?? '';
    problems.push({ file, line, message: `The text of the comment ${why}.` });
  }
  if ('problems' in read || !text.success) return problems;
  const { origin, address, ...fields } = read.metadata;
  return {
    id: `comment-${end}`,
    name: fields.name,
    website: fields.website ?? null,
    date: fields.date ?? day,
    block: fields.block ?? null,
    quote: fields.quote ?? null,
    parent: fields.parent ?? null,
    role: fields.role ?? null,
    origin: { kind: origin, address: address ?? null },
    text: text.data,
  };
}

/** The name of a comment's file. */
export function commentFileName({ date, id }: Comment): string {
  return `${date.slice(0, 10)}-${id.replace('comment-', '')}.md`;
}

/** The line of a field for an e-mail address, counted from 1; 0 where there is none. */
function addressLine(yaml: string): number {
  return yaml.split('\n').findIndex((line) => /^\s*["']?(?:e-?mail|gravatar)/i.test(line)) + 1;
}
