import type { OriginKind, Reported } from '../submission.ts';

/** The names under which forms and the services behind them deliver each field, ours first. */
const names = {
  essay: ['essay', 'slug'],
  block: ['block'],
  quote: ['quote'],
  parent: ['parent'],
  name: ['name', 'author', 'your_name'],
  email: ['email', 'e_mail', '_replyto', 'your_email'],
  website: ['website', 'url', 'site'],
  comment: ['comment', 'message', 'text', 'body'],
  elapsed: ['elapsed'],
  trap: ['homepage', 'bot_field', '_gotcha'],
  date: ['sent', 'received', 'created_at', 'submitted_at', '_date', 'date', 'timestamp'],
  token: ['token'],
  page: ['page', 'referrer', '_referrer', 'referer'],
} as const;

/** A record's fields by name, in small letters and with `_` for spaces and hyphens. */
export type Fields = ReadonlyMap<string, string>;

/** The fields of a record whose values may be anything; groups and lists are left out. */
export function fieldsOf(record: Iterable<readonly [string, unknown]>): Fields {
  const fields = new Map<string, string>();
  for (const [name, value] of record) {
    const key = name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_');
    if (typeof value === 'string' || typeof value === 'number') fields.set(key, String(value));
  }
  return fields;
}

/** True where a record looks like a comment that a reader sent. */
export function hasComment(fields: Fields): boolean {
  return names.comment.some((name) => fields.has(name));
}

/** What a record of a form says. */
export function fromReader(fields: Fields, kind: OriginKind = 'form'): Reported {
  const value = (field: keyof typeof names) =>
    names[field].map((name) => fields.get(name) ?? '').find((text) => text.trim() !== '') ?? '';
  return {
    kind,
    key: null,
    page: { slug: value('essay'), address: value('page') },
    block: value('block'),
    quote: value('quote'),
    parent: value('parent'),
    name: value('name'),
    email: value('email'),
    website: value('website'),
    date: value('date') === '' ? null : value('date'),
    text: value('comment'),
    elapsed: value('elapsed'),
    trap: value('trap'),
    token: value('token'),
  };
}
