import type { CommentStatus } from './comment-status.ts';
import type { Frontmatter } from './frontmatter.ts';
import type { Section } from './section.ts';

/** An essay as pages and lists see it. */
export interface Essay extends Frontmatter {
  slug: string;
  /** Whether its day is still to come. Only the writing server shows such an essay. */
  isScheduled: boolean;
  sections: Section[];
  words: number;
  /** Whether a reader can comment on it. */
  commentStatus: CommentStatus;
  /** Comments that its page shows or lists. */
  commentCount: number;
  /** Whether its page has a section for them: for a comment, or for the place of one that was removed. */
  hasComments: boolean;
}

/** Newest first; on one day, by slug, so that the order never depends on the file system. */
export function byDate(
  a: { published: string; slug: string },
  b: { published: string; slug: string },
): number {
  if (a.published !== b.published) return a.published < b.published ? 1 : -1;
  return a.slug < b.slug ? -1 : 1;
}

/** Languages written from right to left, by their main subtag. */
const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The writing direction that a language tag implies. */
export function direction(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
