import type { Comment } from './comment.ts';

/** A comment and the answers to it, oldest first. */
export interface Thread {
  comment: Comment;
  replies: Thread[];
  /** It answers a comment that is not published: it was deleted, or not approved yet. */
  isOrphan: boolean;
}

/**
 * The comments of one essay as threads, in the order in which they are given.
 * @param deepest how many answers may stand in one another. What is deeper stands beside the answer above it, so
 *   `comment.parent` may name another comment than the one that holds it
 */
export function threads(comments: readonly Comment[], deepest = 4): Thread[] {
  const byId = new Map<string, Thread>(
    comments.map((comment) => [comment.id, { comment, replies: [], isOrphan: false }]),
  );
  const top: Thread[] = [];
  for (const thread of byId.values()) {
    const line = ancestors(thread, byId);
    const holder = line[Math.max(0, line.length - deepest)];
    thread.isOrphan = thread.comment.parent !== null && line.length === 0;
    if (holder) holder.replies.push(thread);
    else top.push(thread);
  }
  return top;
}

/** From the one that it answers up to the beginning of the thread; none where the line leads back to itself. */
function ancestors(thread: Thread, byId: ReadonlyMap<string, Thread>): Thread[] {
  const line: Thread[] = [];
  const seen = new Set([thread]);
  for (let one: Thread | undefined = thread; one?.comment.parent; ) {
    one = byId.get(one.comment.parent);
    if (!one) break;
    if (seen.has(one)) return [];
    seen.add(one);
    line.push(one);
  }
  return line;
}
