import type { Frontmatter } from './frontmatter.ts';
import { type Heading, outline, type Section } from './outline.ts';

/** What the Markdown pipeline found out about a text while it passed; it travels in the frontmatter channel. */
export interface TextFacts {
  headings: Heading[];
  words: number;
}

/** An essay as every page and output sees it. */
export interface Essay extends Frontmatter {
  slug: string;
  sections: Section[];
  words: number;
}

export function essayFrom(slug: string, frontmatter: Frontmatter, facts: TextFacts): Essay {
  return { ...frontmatter, slug, sections: outline(facts.headings), words: facts.words };
}

/** Newest first; on one day, by slug, so that the order never depends on the file system. */
export function byDate(a: Essay, b: Essay): number {
  if (a.published !== b.published) return a.published < b.published ? 1 : -1;
  return a.slug < b.slug ? -1 : 1;
}

/** Languages written from right to left, by their main subtag. */
const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The writing direction that a language tag implies. */
export function direction(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
