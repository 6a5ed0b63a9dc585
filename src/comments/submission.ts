import { z } from 'zod';
import { limits } from '../document/comment-limits.ts';
import { cleanLine, cleanText, cutLine } from './clean-text.ts';
import { commentId, isPublicAddress, originKinds } from './comment.ts';
import { idFrom } from './comment-id.ts';
import { withoutAddresses } from './e-mail-address.ts';
import { momentFrom } from './moment.ts';

/** The most that is kept of a submitted text, in characters: enough to judge one that is too long to approve. */
const mostKept = 100_000;

/** What a source knew about the page that was commented on. Empty where it knew nothing. */
const pageSchema = z.strictObject({
  /** The slug that the form or the mail named. */
  slug: z.string(),
  title: z.string(),
  address: z.string(),
  /** The key of a thread whose title and address may stand in another file of the same import. */
  thread: z.string(),
});

/** A comment that somebody sent, before anybody judged it. It is kept outside the repository. */
export const submissionSchema = z.strictObject({
  /** The id that the comment will have. */
  id: commentId,
  origin: z.strictObject({ kind: z.enum(originKinds), address: z.string().nullable() }),
  page: pageSchema,
  block: z.string().nullable(),
  quote: z.string().nullable(),
  parent: commentId.nullable(),
  role: z.literal('author').nullable(),
  name: z.string(),
  /** The writer's e-mail address, or empty. It never leaves this file. */
  email: z.string(),
  website: z.string().nullable(),
  /** When it was written, where the source says so. */
  date: z.string().nullable(),
  text: z.string(),
  /** Seconds between the page's load and the sending, where the form counted them. */
  elapsed: z.number().nullable(),
  /** What stood in the field that people do not see. */
  trap: z.string(),
  /** The random mark of the form that was filled in. */
  token: z.string(),
  /** What was left out or changed while it was read. */
  notes: z.array(z.string()),
  /** Why the source itself did not publish it. */
  doubts: z.array(z.string()),
});

export type Submission = z.infer<typeof submissionSchema>;
export type Page = Submission['page'];
export type OriginKind = (typeof originKinds)[number];

/** What a source says of a comment, as it says it. */
export interface Reported {
  kind: OriginKind;
  /** The service, and its id there; null where the source gives none, and what was written tells it apart. */
  key: readonly string[] | null;
  page?: Partial<Page>;
  /** Where the comment can be read in public. */
  address?: string;
  block?: string;
  quote?: string;
  /** The id of the comment that it answers. */
  parent?: string;
  role?: 'author' | null;
  name?: string;
  email?: string;
  website?: string;
  date?: string | number | null;
  /** Markdown. */
  text: string;
  elapsed?: string;
  trap?: string;
  token?: string;
  notes?: readonly string[];
  doubts?: readonly string[];
}

/**
 * A submission with clean fields. What cannot be taken is told in its notes.
 * @returns the reason in words where there is nothing to publish
 */
export function submissionFrom(reported: Reported): Submission | string {
  const notes = [...(reported.notes ?? [])];
  const doubts = [...(reported.doubts ?? [])];
  const text = keptText(reported.text, notes);
  if (text === '') return 'has no text';
  const page = {
    slug: cleanLine(reported.page?.slug ?? '').slice(0, 200),
    title: cleanLine(reported.page?.title ?? '').slice(0, 500),
    address: cleanLine(reported.page?.address ?? '').slice(0, limits.address),
    thread: reported.page?.thread ?? '',
  };
  const given = cleanLine(reported.name ?? '');
  const name = shortened(given === '' ? 'Anonymous' : given, 'name', limits.name, notes);
  if (given === '') notes.push('no name was given');
  const block = pattern(/^\p{L}[^\s#]{0,199}$/u, reported.block, 'block', notes);
  const parent = pattern(/^comment-[a-z0-9-]{1,60}$/, reported.parent, 'parent', notes);
  const quote = shortened(cleanLine(reported.quote ?? ''), 'quote', limits.quote, notes);
  const date = momentFrom(reported.date ?? null);
  if (date === null && reported.date)
    notes.push(`the date \`${cleanLine(String(reported.date)).slice(0, 60)}\` was not understood`);
  const email = cleanLine(reported.email ?? '').slice(0, 254);
  const own = [page.slug, block ?? '', parent ?? '', name, text.replaceAll(/\s+/g, ' ')];
  const elapsed = Number.parseFloat(reported.elapsed ?? '');
  return {
    id: idFrom(reported.key ?? ['reader', ...own.map((part) => withoutAddresses(part, email))]),
    origin: { kind: reported.kind, address: publicOrNull(reported.address ?? '') },
    page,
    block,
    quote: quote === '' ? null : quote,
    parent,
    role: reported.role ?? null,
    name,
    email,
    website: websiteFrom(cleanLine(reported.website ?? ''), notes),
    date,
    text,
    elapsed: Number.isFinite(elapsed) ? elapsed : null,
    trap: cleanLine(reported.trap ?? '').slice(0, 200),
    token: cleanLine(reported.token ?? '').slice(0, 100),
    notes,
    doubts,
  };
}

function keptText(text: string, notes: string[]): string {
  if (text.length <= mostKept) return cleanText(text);
  notes.push(`of ${text.length} characters, the first ${mostKept} were kept`);
  return cleanText(text.slice(0, mostKept));
}

function shortened(text: string, field: string, most: number, notes: string[]): string {
  if (text.length <= most) return text;
  notes.push(`the ${field} had ${text.length} characters and was cut to ${most}`);
  return cutLine(text, most);
}

function pattern(allowed: RegExp, given: string | undefined, field: string, notes: string[]): string | null {
  const value = cleanLine(given ?? '').replace(/^#/, '');
  if (value === '') return null;
  if (allowed.test(value)) return value;
  notes.push(`the ${field} \`${value.slice(0, 60)}\` is not an id and was left out`);
  return null;
}

/** People write their website with and without `https://`. */
function websiteFrom(given: string, notes: string[]): string | null {
  if (given === '') return null;
  const address = /^[a-z][a-z0-9+-]*:/i.test(given) ? given : `https://${given}`;
  if (address.length <= limits.website && isPublicAddress(address) && new URL(address).hostname.includes('.'))
    return address;
  notes.push(`the website \`${given.slice(0, 60)}\` is not an address and was left out`);
  return null;
}

function publicOrNull(address: string): string | null {
  return address.length <= limits.address && isPublicAddress(address) ? address : null;
}
