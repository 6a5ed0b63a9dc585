import { limits } from '../document/comment-limits.ts';

/**
 * The address of a page's form for a comment on one of its passages, relative to the page.
 * @param block the id of a paragraph or a section
 * @param quote words of it
 */
export function commentAddress(block: string, quote = ''): string {
  const query = new URLSearchParams({ passage: block });
  const words = quote.replaceAll(/\s+/g, ' ').trim().slice(0, limits.quote).toWellFormed();
  if (words) query.set('quote', words);
  return `?${query}#leave-a-comment`;
}
