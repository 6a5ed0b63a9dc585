import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import type { Essay } from './document/essay.ts';
import { compiledTexts, type SiteFact, siteFacts } from './library/content-loader.ts';
import type { SiteData, SitePage } from './library/site-data.ts';

/** What the loader adds to the data of a text. */
interface Stored {
  /** Its position in the list of texts. */
  order: number;
  key: string;
  hasPictures: boolean;
}

export const collections = {
  essays: defineCollection({ loader: compiledTexts('essays'), schema: z.custom<Essay & Stored>() }),
  pages: defineCollection({ loader: compiledTexts('pages'), schema: z.custom<SitePage & Stored>() }),
  facts: defineCollection({ loader: siteFacts(), schema: z.custom<{ value: SiteData[SiteFact] }>() }),
};
