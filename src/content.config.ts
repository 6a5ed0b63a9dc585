import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { ledgerSchema } from './anchors/ledger.ts';
import { essaySchema, pageSchema } from './document/frontmatter.ts';
import { essaysFolder, pagesFolder } from './paths.ts';
import { site } from './site.ts';

/** The slug is the folder's name, letter for letter: what makes it valid is checked before this runs. */
const slugOfFolder = ({ entry }: { entry: string }) => entry.split('/')[0] ?? entry;

export const collections = {
  essays: defineCollection({
    loader: glob({ base: essaysFolder, pattern: '*/index.{md,mdx}', generateId: slugOfFolder }),
    schema: essaySchema(site.language),
  }),
  ledgers: defineCollection({
    loader: glob({ base: essaysFolder, pattern: '*/anchors.json', generateId: slugOfFolder }),
    schema: ledgerSchema,
  }),
  pages: defineCollection({
    loader: glob({ base: pagesFolder, pattern: '*.{md,mdx}' }),
    schema: pageSchema,
  }),
};
