import { z } from 'zod';
import { readCommitted, type Unreadable } from './committed-json.ts';

/** The version of the format; see ledger.md beside this file. */
export const publishedVersion = 1;

export const publishedSchema = z.strictObject({
  version: z.literal(publishedVersion),
  /** The title of the essay, by each slug that was ever published. */
  essays: z.record(
    z.string().regex(/^[a-z0-9-]{1,80}$/, 'is not a slug. A slug has small letters, digits and hyphens'),
    z.string(),
  ),
});

/** Titles by slug. */
export type PublishedEssays = ReadonlyMap<string, string>;

/** Reads the list of published essays. @returns the list, or a message about what is wrong with it */
export function parsePublished(json: string): PublishedEssays | Unreadable {
  const read = readCommitted(publishedSchema, publishedVersion, json);
  return 'message' in read ? read : new Map(Object.entries(read.essays));
}

/** The list as text: one line for each essay, by slug, so that a diff shows what is new. */
export function publishedText(essays: PublishedEssays): string {
  const lines = [...essays]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([slug, title]) => `    ${JSON.stringify(slug)}: ${JSON.stringify(title)}`);
  const list = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  return `{
  "version": ${publishedVersion},
  "essays": ${list}
}
`;
}
