import type { Element } from 'hast';
import { type CommentOrPlace, onlyComments } from './shown-comment.ts';

/** How many comments a passage has, and the first of them. */
export interface CommentCount {
  count: number;
  first: string;
}

/** The class of the element that a text has for a count. It has no words of its own. */
export const countClass = 'comment-count';

/** True for an element that is not the author's, but tells how many comments a passage has. */
export function isCommentCount({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes(countClass);
}

/**
 * The comments on each block of an essay, by the block's id. An answer that names no passage is on that of the comment
 * which it answers.
 */
export function commentCounts(comments: readonly CommentOrPlace[]): Map<string, CommentCount> {
  const all = onlyComments(comments);
  const byId = new Map(all.map((comment) => [comment.id, comment]));
  const counts = new Map<string, CommentCount>();
  for (const comment of all) {
    let named = comment;
    for (const seen = new Set([named]); named.passage === null; seen.add(named)) {
      const above = byId.get(named.parent ?? '');
      if (!above || seen.has(above)) break;
      named = above;
    }
    const block = named.passage?.block ?? null;
    if (block === null) continue;
    const before = counts.get(block);
    counts.set(block, { count: (before?.count ?? 0) + 1, first: before?.first ?? comment.id });
  }
  return counts;
}
