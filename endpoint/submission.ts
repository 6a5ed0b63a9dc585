import { type FieldName, words } from './words.ts';

/** What a reader sent, checked. Strings that were not given are empty. */
export interface Submission {
  essay: string;
  block: string;
  quote: string;
  parent: string;
  name: string;
  email: string;
  website: string;
  comment: string;
  /** Seconds from opening the form to sending it, as the form's script measured; null without script. */
  elapsed: number | null;
}

export interface FieldProblem {
  field: FieldName;
  message: string;
}

interface FieldRule {
  name: FieldName;
  required: boolean;
  /** In UTF-16 code units, as `maxlength` counts. */
  limit: number;
  lines: 'one' | 'many';
}

const rules: readonly FieldRule[] = [
  { name: 'essay', required: true, limit: 200, lines: 'one' },
  { name: 'block', required: false, limit: 200, lines: 'one' },
  { name: 'quote', required: false, limit: 500, lines: 'many' },
  { name: 'parent', required: false, limit: 200, lines: 'one' },
  { name: 'name', required: true, limit: 80, lines: 'one' },
  { name: 'email', required: true, limit: 254, lines: 'one' }, // RFC 5321: the longest address that mail can reach
  { name: 'website', required: false, limit: 300, lines: 'one' },
  { name: 'comment', required: true, limit: 10_000, lines: 'many' },
];

/** The fields of a form as they came, by name. */
export type Fields = ReadonlyMap<string, string>;

/** Checks the fields of a form. @returns the submission, or the first field that is wrong and what is right */
export function readSubmission(fields: Fields): Submission | FieldProblem {
  if (fields.get('homepage')) return { field: 'homepage', message: words.honeypot };
  const values = new Map<FieldName, string>();
  for (const rule of rules) {
    const value = tidied(fields.get(rule.name) ?? '', rule.lines);
    const message = problemOf(rule, value);
    if (message) return { field: rule.name, message };
    values.set(rule.name, value);
  }
  const value = (name: FieldName) => values.get(name) ?? '';
  const website = websiteOf(value('website'));
  if (website === null) return { field: 'website', message: words.website };
  return {
    essay: value('essay'),
    block: value('block'),
    quote: value('quote'),
    parent: value('parent'),
    name: value('name'),
    email: value('email'),
    website,
    comment: value('comment'),
    elapsed: elapsedOf(fields.get('elapsed') ?? ''),
  };
}

/**
 * The identity of a submission: the same one sent again has the same id. The e-mail address is no part of it, since
 * an id may be published with the comment and the address must not be found by guessing.
 * @param token a random word the form's script made for this comment; empty without script
 * @returns 64 hexadecimal digits
 */
export async function submissionId(submission: Submission, token: string): Promise<string> {
  const { essay, block, quote, parent, name, website, comment } = submission;
  const identity = JSON.stringify([token.trim(), essay, block, quote, parent, name, website, comment]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(identity));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Well-formed text with `\n` as line end and no control characters; in one line without spaces around it. */
function tidied(text: string, lines: 'one' | 'many'): string {
  const clean = text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '\uFFFD');
  return lines === 'one' ? clean.replaceAll(/\s+/g, ' ').trim() : clean.trimEnd();
}

function problemOf({ name, required, limit }: FieldRule, value: string): string | null {
  if (required && value.trim() === '') return words.missing(name);
  if (value.length > limit) return words.tooLong(name, value.length, limit);
  if (name === 'email' && !/^[^\s@<>()",:;\\[\]]+@[^\s@<>()",:;\\[\]]+$/.test(value)) return words.email;
  return null;
}

/** @returns an http(s) address or the empty string; null where it is no address */
function websiteOf(text: string): string | null {
  if (text === '') return '';
  const full = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const { protocol, hostname, username, password } = new URL(full);
  const fits = /^https?:$/.test(protocol) && hostname.includes('.') && username + password === '';
  return fits ? full : null;
}

function elapsedOf(text: string): number | null {
  const seconds = Number(text);
  return text.trim() !== '' && Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
