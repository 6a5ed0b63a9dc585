import { z } from 'zod';
import { oneLine } from './fields.ts';

/** A page at a forge: http only on one's own machine, to try it. */
const repository = z
  .string()
  .refine(
    (text) =>
      /^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)[:/])[^\s"'<>;,]+$/.test(text) && URL.canParse(text),
    'must be an address that begins with `https://`',
  );

/** Where a form is sent: http only on one's own machine, to try it; a path only on a host that takes forms itself. */
const action = z
  .string()
  .refine(
    (text) =>
      /^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)[:/]|\/(?!\/))[^\s"'<>;,]*$/.test(text) &&
      URL.canParse(text, 'https://a.example'),
    'must be an address that begins with `https://`, or a path of this site that begins with `/`',
  );

/** The ways to send a comment. `src/comments/ways-to-send.md` has a part for each. */
const ways = {
  /** By the reader's mail program. It needs no server. */
  mail: z.strictObject({ by: z.literal('mail'), address: z.email('must be an e-mail address') }),
  /** By a form that is posted to `action`: an endpoint of one's own or a service. */
  form: z.strictObject({
    by: z.literal('form'),
    action,
    /** Whose names for attributes and fields are used. */
    service: z.enum(['netlify', 'formspree']).optional(),
  }),
  /** By the page for a new file at the forge that has the site's source. */
  pullRequest: z.strictObject({
    by: z.literal('pull-request'),
    /** The repository's page, such as `https://github.com/owner/name`. */
    repository,
    branch: oneLine(200),
    /** Which program the forge is; by its host where this is missing. */
    forge: z.enum(['github', 'gitlab', 'forgejo']).optional(),
  }),
  off: z.strictObject({ by: z.literal('off') }),
};

/** How readers send a comment. */
export const sending = z.discriminatedUnion('by', [ways.mail, ways.form, ways.pullRequest, ways.off], {
  error: 'must be one of: mail, form, pull-request, off',
});

/** A discussion at GitHub, shown in the page when a reader asks for it; https://giscus.app tells the ids. */
export const giscus = z.strictObject({
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'must be an owner and a name, such as `owner/name`'),
  repositoryId: oneLine(100),
  category: oneLine(100),
  categoryId: oneLine(100),
});

export type Sending = z.infer<typeof sending>;
export type Giscus = z.infer<typeof giscus>;
