import { readFrontmatter } from '../compile/frontmatter.ts';
import { isCalendarDate } from '../document/calendar-date.ts';
import { type Problem, problem } from '../document/problem.ts';
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
  const [, day = ''] = partsOfName(file);
  const id = idOfFile(file);
  if (id === null || !isCalendarDate(day)) return [problem('comment/invalid-name', {}, { file })];
  const split = parts.exec(source);
  if (!split) return [problem('comment/no-frontmatter', {}, { file, line: 1 })];
  const [, yaml = '', body = ''] = split;
  const published = addressLine(yaml);
  if (published > 0) return [problem('comment/e-mail-address', {}, { file, line: published + 1 })];
  const fields = plainFields(yaml);
  const fast = fields === null ? null : commentFieldsSchema.safeParse(fields);
  const read = fast?.success ? { metadata: fast.data } : readFrontmatter(file, source, commentFieldsSchema);
  const problems = 'problems' in read ? [...read.problems] : [];
  const text = commentText.safeParse(body);
  if (!text.success) {
    const line = `${yaml}---\n`.split('\n').length + 1;
    const rule = text.error.issues[0]?.message ?? '';
    problems.push(problem('comment/invalid-text', { rule }, { file, line }));
  }
  if ('problems' in read || !text.success) return problems;
  const { origin, address, ...rest } = read.metadata;
  return {
    id,
    name: rest.name,
    website: rest.website ?? null,
    date: rest.date ?? day,
    block: rest.block ?? null,
    quote: rest.quote ?? null,
    parent: rest.parent ?? null,
    role: rest.role ?? null,
    origin: { kind: origin, address: address ?? null },
    text: text.data,
  };
}

/** A field as `commentSource` writes it: a JSON string without escapes by number, a date, an id or a word. */
const plainField =
  /^(\w+): (?:("(?:[^"\\\p{C}]|\\["\\nt])*")|(comment-[a-z0-9-]+|\d{4}-\d{2}-\d{2}(?:T[\d:]+Z)?|[a-z-]+))$/u;

/**
 * The fields where all are written as `commentSource` writes them, which takes a tenth of the time that YAML takes.
 * @returns null where one is not, which only the reader of YAML understands
 */
function plainFields(yaml: string): Record<string, string> | null {
  const fields: Record<string, string> = {};
  for (const line of yaml.trimEnd().split('\n')) {
    const [, name = '', quoted, bare = ''] = plainField.exec(line) ?? [];
    if (name === '' || name in fields || /^(?:null|true|false|-+)$/.test(bare)) return null;
    fields[name] = quoted === undefined ? bare : String(JSON.parse(quoted));
  }
  return fields;
}

/** The id of the comment in a file, which its name gives; null where it is no such name. */
export function idOfFile(file: string): string | null {
  const [, day = '', end = ''] = partsOfName(file);
  return isCalendarDate(day) ? `comment-${end}` : null;
}

function partsOfName(file: string): readonly string[] {
  return fileName.exec(file.replace(/^.*\//, '')) ?? [];
}

/** The name of a comment's file. */
export function commentFileName({ date, id }: Comment): string {
  return `${date.slice(0, 10)}-${id.replace('comment-', '')}.md`;
}

/** The line of a field for an e-mail address, counted from 1; 0 where there is none. */
function addressLine(yaml: string): number {
  return yaml.split('\n').findIndex((line) => /^\s*["']?(?:e-?mail|gravatar)/i.test(line)) + 1;
}
