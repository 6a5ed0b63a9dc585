/** What makes a list into threads. */
export interface Answering {
  id: string;
  /** The id of the one that it answers. */
  parent: string | null;
}

/** A comment and the answers to it, oldest first. */
export interface Thread<One extends Answering> {
  comment: One;
  replies: Thread<One>[];
  /** It answers a comment that is not published: it was deleted, or not approved yet. */
  isOrphan: boolean;
}

/**
 * The comments of one essay as threads, in the order in which they are given.
 * @param deepest how many answers may stand in one another. What is deeper stands beside the answer above it, so
 *   `comment.parent` may name another comment than the one that holds it
 */
export function threads<One extends Answering>(comments: readonly One[], deepest = 4): Thread<One>[] {
  const byId = new Map<string, Thread<One>>(
    comments.map((comment) => [comment.id, { comment, replies: [], isOrphan: false }]),
  );
  const top: Thread<One>[] = [];
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
function ancestors<One extends Answering>(
  thread: Thread<One>,
  byId: ReadonlyMap<string, Thread<One>>,
): Thread<One>[] {
  const line: Thread<One>[] = [];
  const seen = new Set([thread]);
  for (let one: Thread<One> | undefined = thread; one?.comment.parent; ) {
    one = byId.get(one.comment.parent);
    if (!one) break;
    if (seen.has(one)) return [];
    seen.add(one);
    line.push(one);
  }
  return line;
}
