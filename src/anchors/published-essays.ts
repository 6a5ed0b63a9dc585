import { z } from 'zod';
import { readCommitted, type Unreadable } from './committed-json.ts';

/** The version of the format; see ledger.md beside this file. */
export const publishedVersion = 1;

const slug = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/, 'is not a slug. A slug has small letters, digits and hyphens');

export const publishedSchema = z.strictObject({
  version: z.literal(publishedVersion),
  /** The title of the essay, by each slug that was ever published. */
  essays: z.record(slug, z.string()),
  /** How many ids its ledger has, by slug: without git, a ledger that has fewer has lost some. */
  ids: z.record(slug, z.int().min(1)).optional(),
  /** The languages of its translations that were ever published, by slug. */
  translations: z.record(slug, z.array(z.string().min(2))).optional(),
});

/** An essay that was published. */
export interface PublishedEssay {
  title: string;
  /** How many ids its ledger had when it was last written; 0 where that is not known. */
  ids: number;
  /** Languages (BCP 47) in which a translation of it was ever published, sorted. */
  translations: readonly string[];
}

/** By slug. */
export type PublishedEssays = ReadonlyMap<string, PublishedEssay>;

/** Reads the list of published essays. @returns the list, or a message about what is wrong with it */
export function parsePublished(json: string): PublishedEssays | Unreadable {
  const read = readCommitted(publishedSchema, publishedVersion, json);
  if ('message' in read) return read;
  return new Map(
    Object.entries(read.essays).map(([slug, title]) => [
      slug,
      { title, ids: read.ids?.[slug] ?? 0, translations: read.translations?.[slug] ?? [] },
    ]),
  );
}

/** The list as text: one line for each essay, by slug, so that a diff shows what is new. */
export function publishedText(essays: PublishedEssays): string {
  const sorted = [...essays].sort(([a], [b]) => (a < b ? -1 : 1));
  const titles = sorted.map(([slug, { title }]) => `    ${JSON.stringify(slug)}: ${JSON.stringify(title)}`);
  const counts = sorted.flatMap(([slug, { ids }]) =>
    ids > 0 ? [`    ${JSON.stringify(slug)}: ${ids}`] : [],
  );
  const languages = sorted.flatMap(([slug, { translations }]) =>
    translations.length > 0
      ? [`    ${JSON.stringify(slug)}: [${translations.map((one) => JSON.stringify(one)).join(', ')}]`]
      : [],
  );
  const record = (lines: readonly string[]) => (lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`);
  return `{
  "version": ${publishedVersion},
  "essays": ${record(titles)}${counts.length > 0 ? `,\n  "ids": ${record(counts)}` : ''}${languages.length > 0 ? `,\n  "translations": ${record(languages)}` : ''}
}
`;
}
