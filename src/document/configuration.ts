import { z } from 'zod';
import { giscus, sending } from './comment-settings.ts';
import { language, oneLine } from './fields.ts';
import { historySetting } from './history-setting.ts';

const address = z
  .templateLiteral(['/', z.string()], 'must begin with `/`')
  .refine((text) => /^\/(?![/\\])\S*$/.test(text), 'must be an address inside the site, such as `/about/`');
const httpsAddress = z
  .templateLiteral(['https://', z.string()], 'must begin with `https://`')
  .refine(isWhole, 'must be a whole address, such as `https://example.org/`');

const hostName = z
  .string()
  .regex(/^[a-z\d-]+(?:\.[a-z\d-]+)+$/, 'must be the name of a host, such as `www.youtube.com`');

/** The site's configuration, as `content/site.ts` states it. */
export const configurationSchema = z
  .strictObject({
    /** The name of the site, shown at the head of every page. */
    name: oneLine(120),
    /** One sentence for the home page and for machines that ask what the site is. */
    description: oneLine(300),
    /** Where the site is published, with a trailing slash. Used only where an address must be absolute (canonical links). */
    url: z
      .templateLiteral(['https://', z.string(), '/'], 'must begin with `https://` and end with `/`')
      .refine(
        (text) => isWhole(text) && !/[?#]/.test(text) && new URL(text).username === '',
        'must be a whole address without `?`, `#` and a name before an `@`, such as `https://example.org/`',
      ),
    /** BCP 47 tag of the interface and of every essay that states no language of its own. */
    language,
    /**
     * BCP 47 tag of a region's habits in dates and numbers, where the language alone leaves them open: with the
     * language `en`, `en-GB` gives “22 November 2026” and no locale “November 22, 2026”. Pages are still marked with the language.
     */
    locale: language.optional(),
    /**
     * What the ids of feed entries begin with: a domain that is yours, a comma, a year or a day on which it was. Without
     * it, the host of `url` and 2026. Set it before the site moves to another host, to what it was (`old.example,2026`):
     * feed readers then know every essay again and do not show the old ones as new.
     */
    feedAuthority: z
      .string()
      .regex(
        /^[a-z0-9.-]+,\d{4}(?:-\d\d-\d\d)?$/,
        'must be a domain, a comma and a year, such as `example.org,2026`',
      )
      .optional(),
    /** Who publishes the site; null where nobody is named. */
    publisher: oneLine(120).nullable(),
    /** The licence of the words and pictures. The code's licence is in the file LICENSE. */
    contentLicence: z.strictObject({ name: oneLine(120), url: httpsAddress }),
    /** How works are cited in a text: `(Taleb, 2007)` or `[3]`. */
    citations: z.enum(['author-date', 'numbered']),
    /**
     * Hosts whose films, maps and the like a text can show in a frame, by `<Embed>` or `<iframe>`, such as
     * `www.youtube.com`. Nothing is asked of them before a reader asks for it.
     */
    embeds: z.array(hostName).readonly().optional(),
    /** Links at the head of every page; addresses begin at the site's root. */
    navigation: z.array(z.strictObject({ label: oneLine(60), address })).readonly(),
    /** Links that are known to be broken and may stay so, as they are written, each with the reason. All others stop the build. */
    brokenLinks: z
      .array(z.strictObject({ address: z.string().min(1, 'must not be empty'), why: oneLine(200) }))
      .optional(),
    /**
     * What is said of the versions of essays, by the history in git: `dates`, when which sections were changed; `words`,
     * also which words, those that were removed among them; `off`, nothing. Without it: `dates`. See `src/history/history.md`.
     */
    history: historySetting.optional(),
    /** Whether a reader can keep pages for reading without a connection. Without it: yes. */
    offline: z.boolean().optional(),
    /** Comments on essays; without it there are none. */
    comments: z
      .strictObject({
        /** How readers send a comment, without it not at all: `src/comments/ways-to-send.md`. */
        send: sending.optional(),
        /** A discussion at GitHub in the page, loaded only when a reader asks for it. */
        giscus: giscus.optional(),
        /** Whether the search finds words in comments. Without it: no. */
        search: z.boolean().optional(),
        /**
         * Days after its publication for which an essay can be commented on; null or nothing for ever. A build then
         * needs to be told its day: `npm run build -- --day 2026-11-25`, or the variable `STET_DAY`.
         */
        closeAfterDays: z.int().min(1, 'must be 1 or more').nullable().optional(),
      })
      .optional(),
  })
  .refine(({ language, locale }) => locale === undefined || isSame(locale, language), {
    path: ['locale'],
    error: 'must be a variety of the site’s `language`',
  });

export type SiteConfiguration = z.infer<typeof configurationSchema>;

function isWhole(address: string): boolean {
  return URL.canParse(address) && !/\s/.test(address);
}

function isSame(locale: string, language: string): boolean {
  return new Intl.Locale(locale).language === new Intl.Locale(language).language;
}
