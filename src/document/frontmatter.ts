import { z } from 'zod';
import { authorName, authorSchema } from './author.ts';
import { type CalendarDate, isCalendarDate } from './calendar-date.ts';
import { language, oneLine } from './fields.ts';
import { historySetting } from './history-setting.ts';

/** Astro's own YAML reader turns an unquoted date into a Date; ours, which is strict, has seen it before. */
const calendarDate = z
  .preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), z.string())
  .refine((text): text is CalendarDate => isCalendarDate(text), 'must be a date such as 2026-02-28');

const httpsAddress = z
  .string()
  .refine(
    (text) => URL.canParse(text) && new URL(text).protocol === 'https:',
    'must be an address that begins with https://',
  );

/** The address of a page inside this site, as a folder of files can have it. */
const sitePath = z
  .string()
  .refine(
    (text) =>
      /^\/[^\s?#<>"\\:*|]+$/.test(text) && !/(?:^|\/)(?:\.{1,2})?(?:\/(?!$)|\.{1,2}$)/.test(text.slice(1)),
    'must be an address inside the site such as /2019/03/a-title.html',
  )
  .refine(
    isFilePath,
    'must have whole signs in `%` form, parts of at most 200 bytes, and 1,000 signs at most',
  );

/** Whether a folder can have the path of an address: decoded, and with names that are not too long. */
function isFilePath(address: string): boolean {
  try {
    const parts = decodeURI(address).split('/');
    const bytes = (part: string) => new TextEncoder().encode(part).length;
    return address.length <= 1000 && parts.every((part) => bytes(part) <= 200);
  } catch {
    return false;
  }
}

/** How finished an essay is, in the author's own judgement. */
export const statuses = ['notes', 'in progress', 'finished'] as const;

/** The fields between the `---` lines of an essay. There are no others. */
export const frontmatterSchema = z
  .strictObject({
    /** The essay's title, as it is at the head of the page and in the list of essays. */
    title: oneLine(160),
    /** A line under the title. */
    subtitle: oneLine(200).optional(),
    /** One sentence about what the essay says; for the list of essays, search engines and feeds. */
    description: oneLine(300),
    /** The day it was first published. It never changes afterwards. */
    published: calendarDate,
    /** The day of the last revision that a reader would notice. */
    updated: calendarDate.optional(),
    /**
     * Who wrote it; may be empty. A name that citations would take for what it is not is said in parts:
     * `{ organization: Frank Press }` or `{ given: Anna, family: Bank }`.
     */
    authors: z.array(authorSchema).default([]),
    /** What it is about: a few words each. */
    topics: z.array(oneLine(60)).default([]),
    /** A draft is shown by `npm run dev` and is never part of the built site. */
    draft: z.boolean().default(false),
    /** The language of the text, as a BCP 47 tag; it decides hyphenation, direction and quotation marks. The site's where it is missing. */
    language: language.optional(),
    /** The series it belongs to, and its number there. */
    series: z.strictObject({ name: oneLine(120), part: z.int().min(1, 'must be 1 or more') }).optional(),
    /** How finished it is. */
    status: z.enum(statuses).default('finished'),
    /** Where the text was published first, if that was elsewhere. */
    canonical: httpsAddress.optional(),
    /** Addresses of this site at which it stood elsewhere or before: each gets a page that leads to the essay. */
    aliases: z.array(sitePath).default([]),
    /** The licence of this essay, where it differs from the site's. */
    licence: oneLine(120).optional(),
    /**
     * A picture beside the text for previews of links to it, and what it shows in words: `{ source: ./waves.jpg, alt: … }`.
     * It is cut to 1200 × 630 around its middle. Without it a card with the title is drawn.
     */
    image: z
      .strictObject({
        source: oneLine(200).regex(
          /^\.\/.*\.(?:avif|gif|jpe?g|png|svg|webp)$/i,
          'must be a picture beside the text, such as `./waves.jpg`',
        ),
        alt: oneLine(300),
      })
      .optional(),
    /** Words under which a section shall be found though they are not in it, by the section's id. */
    keywords: z.record(z.string(), z.array(oneLine(60))).default({}),
    /** Terms for the index of terms beside those that are found by themselves, and some of these to leave out. */
    index: z
      .strictObject({ add: z.array(oneLine(60)).default([]), omit: z.array(oneLine(60)).default([]) })
      .default({ add: [], omit: [] }),
    /**
     * `open`: it can be commented on, however old it is; `closed`: no more, and the comments that it has are shown;
     * `off`: it has none, and those that it had are not shown. Without it the site's `comments.closeAfterDays` decides.
     */
    comments: z.enum(['open', 'closed', 'off']).optional(),
    /** What is said of its versions, where that is not what the site's `history` says. */
    history: historySetting.optional(),
    /** What was changed and when, newest first, for readers who come back. */
    changes: z.array(z.strictObject({ date: calendarDate, note: oneLine(300) })).default([]),
  })
  .refine((essay) => essay.updated === undefined || essay.updated >= essay.published, {
    path: ['updated'],
    error: 'must not be earlier than `published`',
  });

/** The same, with every default filled in, and the names of authors beside what is said of them. @param siteLanguage BCP 47 tag of texts that name no language */
export function essaySchema(siteLanguage: string) {
  return frontmatterSchema.transform((fields) => ({
    ...fields,
    authors: fields.authors.map(authorName),
    writtenAuthors: fields.authors,
    language: fields.language ?? siteLanguage,
  }));
}

/** Frontmatter that has been checked, with its defaults filled in. */
export type Frontmatter = z.infer<ReturnType<typeof essaySchema>>;

/** The fields of a page that belongs to the site and not to its list of essays. */
export const pageSchema = z.strictObject({
  title: oneLine(160),
  description: oneLine(300),
});

/** The fields of a page, checked. */
export type PageMetadata = z.infer<typeof pageSchema>;
