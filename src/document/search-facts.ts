import { z } from 'zod';
import type { Frontmatter } from './frontmatter.ts';

/**
 * What the search must know of an essay beside its text. Its page carries it to the publish pipeline, which
 * takes it off the page again.
 */
export const searchFactsSchema = z.object({
  topics: z.array(z.string()).default([]),
  /** By the id of a section; `introduction` is the text before the first heading. */
  keywords: z.record(z.string(), z.array(z.string())).default({}),
  index: z.object({ add: z.array(z.string()), omit: z.array(z.string()) }).default({ add: [], omit: [] }),
});

export type SearchFacts = z.infer<typeof searchFactsSchema>;

export function searchFacts({ topics, keywords, index }: Frontmatter): SearchFacts {
  return { topics, keywords, index };
}
