import type { Thread } from './comment-threads.ts';
import { type Section, sectionIds } from './section.ts';
import { type CommentOrPlace, isRemoved, onlyComments, type ShownComment } from './shown-comment.ts';

/** Comments in full on the page of an essay. More stand on a page of their own, and here as a line each. */
export const mostOnEssay = 20;

/** What the page of an essay shows of its threads. */
export interface EssayThreads {
  /** In full. */
  shown: Thread<CommentOrPlace>[];
  /** A line each, in the order of the page of all comments. */
  listed: CommentOrPlace[];
}

/**
 * Divides the threads of an essay: whole threads in order, as long as they fit. A first thread that is too long alone
 * is shown as far as it fits, since an answer is never shown without its question.
 */
export function essayThreads(all: readonly Thread<CommentOrPlace>[], most = mostOnEssay): EssayThreads {
  const shown: Thread<CommentOrPlace>[] = [];
  let room = most;
  for (const thread of all) {
    const size = countIn(thread);
    if (size > room && shown.length > 0) break;
    shown.push(size > room ? cutTo(thread, room) : thread);
    room -= Math.min(size, room);
  }
  const inFull = new Set(shown.flatMap(inOrder).map(({ id }) => id));
  return { shown, listed: all.flatMap(inOrder).filter(({ id }) => !inFull.has(id)) };
}

/** A thread with the answers in it, as they are read. */
export function inOrder({ comment, replies }: Thread<CommentOrPlace>): CommentOrPlace[] {
  return [comment, ...replies.flatMap(inOrder)];
}

/** The thread with its first comments in the order in which they are read. */
function cutTo(thread: Thread<CommentOrPlace>, most: number): Thread<CommentOrPlace> {
  const kept = new Set<ShownComment>(onlyComments(inOrder(thread)).slice(0, most));
  const cut = ({ replies, ...rest }: Thread<CommentOrPlace>): Thread<CommentOrPlace> => ({
    ...rest,
    replies: replies.filter(({ comment }) => isRemoved(comment) || kept.has(comment)).map(cut),
  });
  return cut(thread);
}

function countIn(thread: Thread<CommentOrPlace>): number {
  return onlyComments(inOrder(thread)).length;
}

/** The id of the comments on the page of an essay, which may have been published with a section of this name. */
export function commentsId({ sections }: { sections: readonly Section[] }): string {
  return sectionIds(sections).includes('comments') ? 'readers-comments' : 'comments';
}
