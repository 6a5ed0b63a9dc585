import { z } from 'zod';
import { blockKinds } from '../document/block.ts';
import { readCommitted, type Unreadable } from './committed-json.ts';

/** The version of the format; see ledger.md beside this file. */
export const ledgerVersion = 1;

const id = z.string().regex(/^\p{L}[^\s#]*$/u, 'is not an id. An id begins with a letter and has no spaces');
const sketch = z
  .string()
  .regex(/^(?:[A-Za-z0-9_-]{2})*$/, 'is not a sketch. A sketch has two characters for each word');
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date. Write YYYY-MM-DD');

/** Why published text was retired. */
const retired = z.string().min(1).optional();
const notBoth: [(one: { to?: unknown; retired?: unknown }) => boolean, string] = [
  (one) => one.to === undefined || one.retired === undefined,
  'has both `to` and `retired`. Remove one',
];

// `words`, `first` and `formerly` are the keys in the file; only this file knows them
const anchor = z
  .strictObject({
    /** The fragment that leads to the text. */
    id,
    kind: z.enum(blockKinds),
    /** The day of the version in which it was first published, from the frontmatter. */
    since: date,
    /** How the text begins, for people. */
    text: z.string(),
    /** The sketch of the text as it was last seen. */
    words: sketch,
    /** The sketch of the text as it was first published, where that is different. */
    first: sketch.optional(),
    /** The author chose this id; it is not made from the text. */
    own: z.literal(true).optional(),
    /** For a note with more than one reference: how many, at most so far. */
    marks: z.int().min(2).optional(),
    /** Where the text is now: `#id` in this essay, or an address in the site. */
    to: z
      .string()
      .regex(/^(?:#\S+|\/\S*)$/, 'is not a target. Write `#id` or an address that begins with `/`')
      .optional(),
    retired,
  })
  .refine(...notBoth)
  .transform(({ words, first, ...rest }) => ({
    ...rest,
    sketch: words,
    ...(first === undefined ? {} : { firstSketch: first }),
  }));

/** The file of a ledger. Its output is the ledger as the code uses it. */
export const ledgerSchema = z
  .strictObject({
    version: z.literal(ledgerVersion),
    /** The slug of the essay. */
    slug: z.string(),
    /** Slugs that the essay had before. */
    formerly: z.array(z.string()).default([]),
    /** The title, where the essay itself was removed and only its ledger remains. */
    title: z.string().optional(),
    /** The address of the essay that replaces it. */
    to: z
      .string()
      .regex(/^\/\S*$/, 'is not an address. An address begins with `/`')
      .optional(),
    retired,
    /** Ids of the comments that its page showed, sorted. */
    comments: z.array(z.string().regex(/^comment-[a-z0-9-]{1,60}$/, 'is not the id of a comment')).optional(),
    /** Every id that was ever published, in the order of the text. */
    anchors: z.array(anchor),
  })
  .refine((ledger) => new Set(ledger.anchors.map((one) => one.id)).size === ledger.anchors.length, {
    path: ['anchors'],
    error: 'has an id twice. Run `npm run anchors -- repair`',
  })
  .refine(...notBoth)
  .transform(({ formerly, ...rest }) => ({ ...rest, previousSlugs: formerly }));

export type Anchor = z.infer<typeof anchor>;
export type Ledger = z.infer<typeof ledgerSchema>;

/** The ledger of an essay that was never published. */
export function emptyLedger(slug: string): Ledger {
  return { version: ledgerVersion, slug, previousSlugs: [], anchors: [] };
}

/**
 * The ledger of an essay under a slug, which may be a new one. It has every other slug that was published.
 * @param committed the ledger as others may have seen it: `null` where nobody has, `undefined` where all of
 *   `ledger` counts as published
 */
export function withSlug(ledger: Ledger, slug: string, committed: Ledger | null | undefined): Ledger {
  const seen = committed === undefined ? [ledger] : committed === null ? [] : [ledger, committed];
  const slugs = [...seen.flatMap((one) => one.previousSlugs), ...seen.slice(-1).map((one) => one.slug)];
  return { ...ledger, slug, previousSlugs: [...new Set(slugs)].filter((one) => one !== slug) };
}

/**
 * The ledger with the comments that belong to the page: those that others may have seen, and those that are
 * there now.
 * @param committed as for `withSlug`
 * @param comments ids of those that are there
 */
export function withComments(
  ledger: Ledger,
  committed: Ledger | null | undefined,
  comments: readonly string[],
): Ledger {
  const seen = committed === undefined ? ledger.comments : committed?.comments;
  const all = [...new Set([...(seen ?? []), ...comments])].sort();
  const { comments: _, ...rest } = ledger;
  return all.length === 0 ? rest : { ...rest, comments: all };
}

/** Reads the file of a ledger. @returns the ledger, or a message about what is wrong with the file */
export function parseLedger(json: string): Ledger | Unreadable {
  return readCommitted(ledgerSchema, ledgerVersion, json);
}

/** Reads one anchor as a line of the file has it; one that this version cannot read keeps its id, without a text. */
export function parseAnchor(name: string, json: string): Anchor {
  const read = anchor.safeParse(JSON.parse(json));
  return read.success ? read.data : { id: name, kind: 'part', since: '0001-01-01', text: '', sketch: '' };
}

/** The file of a ledger: one line for each anchor, so that a diff shows which of them changed. */
export function ledgerText(ledger: Ledger): string {
  const anchors = ledger.anchors.map((one) => `    ${JSON.stringify(anchorRecord(one))}`);
  const list = anchors.length === 0 ? '[]' : `[\n${anchors.join(',\n')}\n  ]`;
  const optional = (['title', 'to', 'retired'] as const)
    .filter((name) => ledger[name] !== undefined)
    .map((name) => `  "${name}": ${JSON.stringify(ledger[name])},\n`)
    .join('');
  const comments = ledger.comments ?? [];
  const commentList = comments.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  const commentLines = comments.length === 0 ? '' : `  "comments": [\n${commentList}\n  ],\n`;
  return `{
  "version": ${ledger.version},
  "slug": ${JSON.stringify(ledger.slug)},
  "formerly": ${JSON.stringify(ledger.previousSlugs)},
${optional}${commentLines}  "anchors": ${list}
}
`;
}

/** An anchor with the keys of the file, in their order. */
export function anchorRecord({
  id,
  kind,
  since,
  own,
  marks,
  to,
  retired,
  text,
  sketch: words,
  firstSketch: first,
}: Anchor) {
  return { id, kind, since, own, marks, to, retired, text, words, first };
}
