import { z } from 'zod';
import { fromBluesky, isBluesky } from './bluesky.ts';
import { fromGitHub, isGitHub } from './github.ts';
import { fromMastodon, isMastodon } from './mastodon.ts';
import { type Parsed, sorted, unreadable } from './parsed.ts';
import { type Fields, fieldsOf, fromReader, hasComment } from './reader-fields.ts';

/** Where form services put a list of submissions, and the fields of one. */
const lists = ['submissions', 'items', 'data', 'results'];
const groups = ['human_fields', 'fields', 'payload', 'data'];

const group = z.record(z.string(), z.unknown());

/** JSON of any kind that is known, told apart by what it holds: one value, or one on each line. */
export function fromJson(text: string): Parsed {
  const json = parsed(text);
  if (json instanceof SyntaxError) return unreadable(`is not valid JSON${placeOf(json, text)}`);
  if (isBluesky(json)) return fromBluesky(json);
  if (isMastodon(json)) return fromMastodon(json);
  if (isGitHub(json)) return fromGitHub(json);
  const records = recordsIn(json);
  if (records.length > 0 && !records.some((record) => hasComment(recordFields(record))))
    return unreadable('holds no comment that is known: no field `comment`, `message`, `text` or `body`');
  return sorted(records, read, (_, index) => `record ${index + 1}`);
}

function read(record: unknown) {
  if (record === undefined) return 'is not valid JSON';
  const fields = recordFields(record);
  return fields.size === 0 ? 'is not a group of fields' : fromReader(fields);
}

/** The value; a list of values where each line is one, in which one that cannot be read is undefined; or what is wrong. */
function parsed(text: string): unknown {
  const whole = value(text);
  if (!(whole instanceof SyntaxError)) return whole;
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [first, ...others] = lines.map(value);
  if (others.length === 0 || !group.safeParse(first).success || first instanceof SyntaxError) return whole;
  return [first, ...others.map((one) => (one instanceof SyntaxError ? undefined : one))];
}

function value(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof SyntaxError ? error : new SyntaxError(String(error));
  }
}

/** Where the parser stopped: where it says so, else at the end, as in a file that is cut off. */
function placeOf({ message }: SyntaxError, text: string): string {
  const [, position = text.trimEnd().length] = /at position (\d+)/.exec(message) ?? [];
  const before = text.slice(0, Number(position)).split('\n');
  const end = Number(position) >= text.trimEnd().length ? ', where the file ends' : '';
  return ` at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}${end}`;
}

function recordsIn(json: unknown): unknown[] {
  if (Array.isArray(json)) return json;
  const whole = group.safeParse(json);
  if (!whole.success) return [];
  for (const name of lists) {
    const list = whole.data[name];
    if (Array.isArray(list)) return list;
  }
  return [json];
}

/** The fields of a record; what stands in a group of its own is what the reader wrote, and counts first. */
function recordFields(record: unknown): Fields {
  const outer = group.safeParse(record);
  if (!outer.success) return new Map();
  const inner = groups.flatMap((name): Fields[] => {
    const found = group.safeParse(outer.data[name]);
    return found.success ? [recordFields(found.data)] : [];
  });
  return new Map([...fieldsOf(Object.entries(outer.data)), ...inner.flatMap((fields) => [...fields])]);
}
