import type { frontmatterSchema } from './frontmatter.ts';

/** Each field of the frontmatter as an author writes it, for the table of fields. */
export const fieldExamples: Record<keyof typeof frontmatterSchema.shape, string> = {
  title: 'title: On tides',
  subtitle: 'subtitle: What the harbour knows',
  description: 'description: Why the sea comes back twice a day.',
  published: 'published: 2026-11-25',
  updated: 'updated: 2026-12-24',
  authors: 'authors: [Anna Bank, { organization: Frank Press }]',
  topics: 'topics: [the sea, time]',
  draft: 'draft: true',
  language: 'language: en-GB',
  series: 'series: { name: The harbour, part: 2 }',
  status: 'status: in progress',
  canonical: 'canonical: https://example.org/on-tides/',
  aliases: 'aliases: [/2019/03/on-tides.html]',
  licence: 'licence: CC BY-SA 4.0',
  image: 'image: { source: ./waves.jpg, alt: Waves at the mole. }',
  keywords: 'keywords: { spring-tides: [full moon, new moon] }',
  index: 'index: { add: [moon], omit: [week] }',
  comments: 'comments: closed',
  history: 'history: words',
  changes: 'changes: [{ date: 2026-12-24, note: The part on storms is new. }]',
};
