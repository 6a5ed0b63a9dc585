import { z } from 'zod';
import { isCalendarDate } from '../document/calendar-date.ts';
import { limits } from '../document/comment-limits.ts';
import { cleanLine, cleanText } from './clean-text.ts';

/** How a comment came: a way to send one on this site, or a place from which old ones or replies were brought. */
export const originKinds = [
  'mail',
  'form',
  'pull-request',
  'author',
  'disqus',
  'wordpress',
  'giscus',
  'utterances',
  'isso',
  'mastodon',
  'bluesky',
] as const;

/** The id of a comment, and its fragment on the page of the essay. */
export const commentId = z
  .string()
  .regex(
    /^comment-[a-z0-9-]{1,60}$/,
    'is not the id of a comment; right is one such as comment-3f9a0c1b2d4e',
  );

/** A time in UTC to the second, or a day. */
const moment = z.string().refine((text) => {
  const [day = '', time = '00:00:00Z'] = text.split('T');
  return isCalendarDate(day) && /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(time);
}, 'is not a date; right is 2026-02-28 or 2026-02-28T09:30:00Z');

/** A text on one line without control characters. */
const line = (most: number) =>
  z
    .string()
    .max(most, `is too long; ${most} characters are the most`)
    .transform(cleanLine)
    .refine((text) => text !== '', 'is empty; write at least a word, or leave the field out');

const publicAddress = (most: number) =>
  z
    .string()
    .max(most, `is too long; ${most} characters are the most`)
    .refine(isPublicAddress, 'is not an address; right is one that begins with https:// or http://');

/** The fields between the `---` lines of a comment's file. Nothing else may stand there, an e-mail address least of all. */
export const commentFieldsSchema = z.strictObject({
  /** The name that the writer gave. */
  name: line(limits.name),
  /** The writer's website. */
  website: publicAddress(limits.website).optional(),
  /** When it was written: a moment in UTC or a day. Without it, the day in the file's name counts. */
  date: moment.optional(),
  /** The id of the block of the essay to which it belongs; without it, the whole essay. */
  block: z
    .string()
    .max(limits.block)
    .regex(/^\p{L}[^\s#]*$/u, 'is not an id: it must begin with a letter and have no spaces')
    .optional(),
  /** The words of the block that were selected. */
  quote: line(limits.quote).optional(),
  /** The id of the comment that it answers, on the same essay. */
  parent: commentId.optional(),
  /** `author` where the essay's author wrote it. */
  role: z.literal('author', 'can only be `author`').optional(),
  /** How it came. */
  origin: z.enum(originKinds),
  /** Where it can be read in public, if it came from such a place. */
  address: publicAddress(limits.address).optional(),
});

/** The Markdown source of a comment. */
export const commentText = z
  .string()
  .max(limits.text, `is too long; ${limits.text.toLocaleString('en')} characters are the most`)
  .transform(cleanText)
  .refine(
    (text) => text !== '',
    'is empty; write at least a word below the second `---`, or delete the file',
  );

/** A comment on an essay that its author approved. Its e-mail address, if there was one, is not part of it. */
export interface Comment {
  /** Its fragment: `comment-` and the last part of the file's name. It stands for as long as the file has its name. */
  id: string;
  name: string;
  website: string | null;
  /** `2026-02-28T09:30:00Z` or `2026-02-28`. */
  date: string;
  block: string | null;
  quote: string | null;
  parent: string | null;
  role: 'author' | null;
  origin: { kind: (typeof originKinds)[number]; address: string | null };
  /** Markdown source; `commentTree` turns it into elements that are safe to show. */
  text: string;
}

/** True for an absolute http or https address without a name or password in it. */
export function isPublicAddress(text: string): boolean {
  if (/[\s\p{C}<>"]/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hostname !== '';
}
