import type { CalendarDate } from './calendar-date.ts';
import type { CommentStatus } from './comment-status.ts';
import type { Frontmatter } from './frontmatter.ts';
import { scriptOf } from './script.ts';
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
  /** The day of its last change after its publication, by its history, where that is shown. */
  lastChange?: CalendarDate | undefined;
  /** Comments that its page shows or lists. */
  commentCount: number;
  /** Whether its page has a section for them: for a comment, or for the place of one that was removed. */
  hasComments: boolean;
}

/** What decides the place of an essay in a list. */
type Dated = Pick<Frontmatter, 'published'> & { slug: string; series?: Frontmatter['series'] };

/**
 * Newest first; on one day, by slug, so that the order never depends on the file system. The parts of a series that
 * were published on one day are together, the last part first.
 */
export function byDate(a: Dated, b: Dated): number {
  if (a.published !== b.published) return a.published < b.published ? 1 : -1;
  const [name, other] = [a, b].map((essay) => essay.series?.name ?? essay.slug);
  if (name !== other) return (name ?? '') < (other ?? '') ? -1 : 1;
  const parts = (b.series?.part ?? 0) - (a.series?.part ?? 0);
  return parts || (a.slug < b.slug ? -1 : 1);
}

/** Scripts written from right to left, by ISO 15924. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** The direction of the script that a BCP 47 tag names, or of the one in which its language is mostly written. */
export function direction(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(scriptOf(language)) ? 'rtl' : 'ltr';
}

/** The attributes that an element in a language has where what surrounds it is in another one; else none. */
export function languageAttributes(
  language: string,
  surrounding: string,
): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return language === surrounding ? {} : { lang: language, dir: direction(language) };
}
