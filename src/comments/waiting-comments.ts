import { AuthorError, type Problem, problem } from '../document/problem.ts';
import { approved } from './approve.ts';
import type { Comment } from './comment.ts';
import { PendingBox } from './pending.ts';

/** Comments that wait for approval, by the slug of their essay. */
export interface WaitingComments {
  bySlug: ReadonlyMap<string, readonly Comment[]>;
  problems: Problem[];
}

/**
 * Reads what waits, as it would be published. What cannot be approved as it is, and what belongs to no essay, is left out.
 * @param folder of the box
 */
export function waitingComments(folder: string): WaitingComments {
  const bySlug = new Map<string, Comment[]>();
  try {
    for (const pending of new PendingBox(folder).all()) {
      const comment = approved(pending);
      if (pending.essay === null || typeof comment === 'string') continue;
      bySlug.set(pending.essay, [...(bySlug.get(pending.essay) ?? []), comment]);
    }
    return { bySlug, problems: [] };
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error;
    const problems = error.problems.map(({ file, message: reason }) =>
      problem('comment/unreadable-box', { reason }, { file }),
    );
    return { bySlug: new Map(), problems };
  }
}
