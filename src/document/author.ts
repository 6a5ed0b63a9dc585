import { z } from 'zod';
import { oneLine } from './fields.ts';

/**
 * Who wrote a text: a name, which is taken apart only where it is plainly that of a person, or what its writer says of
 * it: that it is the name of an organisation, or which part of it is the family name.
 */
export const authorSchema = z.union(
  [
    oneLine(120),
    z.strictObject({ organization: oneLine(120) }),
    z.strictObject({ given: oneLine(80), family: oneLine(80), suffix: oneLine(20).optional() }),
  ],
  { error: 'must be a name, `organization: …`, or `given: …` and `family: …`' },
);

export type Author = z.infer<typeof authorSchema>;

/** The name as it is shown. */
export function authorName(author: Author): string {
  if (typeof author === 'string') return author;
  if ('organization' in author) return author.organization;
  return [author.given, author.family, author.suffix].filter(Boolean).join(' ');
}
