import { z } from 'zod';
import { blockKinds } from '../document/block.ts';
import { readCommitted, type Unreadable } from './committed-json.ts';

/** The version of the format; see ledger.md beside this file. */
export const ledgerVersion = 1;

const id = z
  .string()
  .regex(/^\p{L}[^\s#]*$/u, 'is not an id: it must begin with a letter and have no spaces');
const sketch = z.string().regex(/^(?:[A-Za-z0-9_-]{2})*$/, 'is not a sketch: two signs a word');
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date');

/** What was published was taken out, and why. */
const why = z.string().min(1).optional();
const notBoth: [(one: { to?: unknown; retired?: unknown }) => boolean, string] = [
  (one) => one.to === undefined || one.retired === undefined,
  'is both redirected and retired',
];

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
    /** The sketch of the text as it was first published, where that was another. */
    first: sketch.optional(),
    /** The author chose this id; it is not made from the text. */
    own: z.literal(true).optional(),
    /** A note to which the text refers more than once: how often, at most so far. */
    marks: z.int().min(2).optional(),
    /** The text stands elsewhere now: `#id` in this essay, or an address in the site. */
    to: z
      .string()
      .regex(/^(?:#\S+|\/\S*)$/, 'is neither `#id` nor an address that begins with `/`')
      .optional(),
    retired: why,
  })
  .refine(...notBoth);

export const ledgerSchema = z
  .strictObject({
    version: z.literal(ledgerVersion),
    /** The slug under which the essay stands. */
    slug: z.string(),
    /** Slugs under which it stood before. */
    formerly: z.array(z.string()).default([]),
    /** Its title, where the essay itself is gone and only its ledger stands. */
    title: z.string().optional(),
    /** The address of the essay that stands in its place. */
    to: z
      .string()
      .regex(/^\/\S*$/, 'is not an address that begins with `/`')
      .optional(),
    retired: why,
    /** Ids of the comments that its page showed, sorted. */
    comments: z.array(z.string().regex(/^comment-[a-z0-9-]{1,60}$/, 'is not the id of a comment')).optional(),
    /** Every id ever published, in the order of the text. */
    anchors: z.array(anchor),
  })
  .refine((ledger) => new Set(ledger.anchors.map((one) => one.id)).size === ledger.anchors.length, {
    path: ['anchors'],
    error: 'names an id twice',
  })
  .refine(...notBoth);

export type Anchor = z.infer<typeof anchor>;
export type Ledger = z.infer<typeof ledgerSchema>;

export function emptyLedger(slug: string): Ledger {
  return { version: ledgerVersion, slug, formerly: [], anchors: [] };
}

/**
 * The ledger of an essay that stands at a slug, which may be a new one: every one it was published under is kept.
 * @param committed as others may have seen it; `null` where nobody has, `undefined` where all of it must be taken as seen
 */
export function addressed(ledger: Ledger, slug: string, committed: Ledger | null | undefined): Ledger {
  const seen = committed === undefined ? [ledger] : committed === null ? [] : [ledger, committed];
  const slugs = [...seen.flatMap((one) => one.formerly), ...seen.slice(-1).map((one) => one.slug)];
  return { ...ledger, slug, formerly: [...new Set(slugs)].filter((one) => one !== slug).sort() };
}

/**
 * The ledger with the comments that have a place on the page: those that others may have seen, and those that are
 * there now.
 * @param committed as for `addressed`
 * @param comments ids of those that are there
 */
export function commented(
  ledger: Ledger,
  committed: Ledger | null | undefined,
  comments: readonly string[],
): Ledger {
  const seen = committed === undefined ? ledger.comments : committed?.comments;
  const all = [...new Set([...(seen ?? []), ...comments])].sort();
  const { comments: _, ...rest } = ledger;
  return all.length === 0 ? rest : { ...rest, comments: all };
}

/** Reads a ledger. @returns the ledger, or what is wrong with it in words */
export function parseLedger(json: string): Ledger | Unreadable {
  return readCommitted(ledgerSchema, ledgerVersion, json);
}

/** The ledger as text: one line for each anchor, so that a diff shows what became of which. */
export function ledgerText(ledger: Ledger): string {
  const anchors = ledger.anchors.map((one) => `    ${JSON.stringify(inOrder(one))}`);
  const list = anchors.length === 0 ? '[]' : `[\n${anchors.join(',\n')}\n  ]`;
  const gone = (['title', 'to', 'retired'] as const)
    .filter((name) => ledger[name] !== undefined)
    .map((name) => `  "${name}": ${JSON.stringify(ledger[name])},\n`)
    .join('');
  const comments = ledger.comments ?? [];
  const commentList = comments.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  return `{
  "version": ${ledger.version},
  "slug": ${JSON.stringify(ledger.slug)},
  "formerly": ${JSON.stringify(ledger.formerly)},
${gone}${comments.length === 0 ? '' : `  "comments": [\n${commentList}\n  ],\n`}  "anchors": ${list}
}
`;
}

function inOrder({ id, kind, since, own, marks, to, retired, text, words, first }: Anchor) {
  return { id, kind, since, own, marks, to, retired, text, words, first };
}
