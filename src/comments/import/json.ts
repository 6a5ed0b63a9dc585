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
  if (json === undefined) return unreadable('is not valid JSON');
  if (isBluesky(json)) return fromBluesky(json);
  if (isMastodon(json)) return fromMastodon(json);
  if (isGitHub(json)) return fromGitHub(json);
  const records = recordsIn(json);
  if (records.length > 0 && !records.some((record) => hasComment(recordFields(record))))
    return unreadable('holds no comment that is known: no field `comment`, `message`, `text` or `body`');
  return sorted(records, read, (_, index) => `record ${index + 1}`);
}

function read(record: unknown) {
  const fields = recordFields(record);
  return fields.size === 0 ? 'is not a group of fields' : fromReader(fields);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    return lines.length > 1 ? lines.map(oneLine) : undefined;
  }
}

function oneLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null; // a record that is told of as skipped
  }
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
