import type { RootContent } from 'hast';

/** A comment as pages and other forms show it. It is plain data: it survives JSON unchanged. */
export interface ShownComment {
  /** Its fragment on the page of its essay. */
  id: string;
  name: string;
  /** The writer's website. */
  website: string | null;
  /** `2026-02-28T09:30:00Z` or `2026-02-28`. */
  date: string;
  /** True where the essay's author wrote it. */
  isAuthor: boolean;
  /** True where it waits for approval, which only the writing server shows. */
  isPending: boolean;
  /** The id of the comment that it answers. */
  parent: string | null;
  /** The passage to which it belongs; null for the whole essay. */
  passage: Passage | null;
  /** The words of the passage that were selected. */
  quote: string | null;
  /** Its text as elements that are safe to show. */
  body: RootContent[];
}

/** Where a passage stands now, as an address from the site's root; null where it has gone. */
export interface Passage {
  address: string | null;
  /** The id of its block where that is in the same essay. */
  block: string | null;
  /** How its text begins, where that is in the same essay. */
  opening: string | null;
}

/** The place of a comment that was shown once and is none any more: links to it still lead here. */
export interface RemovedComment {
  id: string;
  parent: null;
  isRemoved: true;
}

export type CommentOrPlace = ShownComment | RemovedComment;

export function isRemoved(one: CommentOrPlace): one is RemovedComment {
  return 'isRemoved' in one;
}

/** The comments without the places of those that were removed. */
export function onlyComments(all: readonly CommentOrPlace[]): ShownComment[] {
  return all.flatMap((one) => (isRemoved(one) ? [] : [one]));
}

export function commentsById(all: readonly CommentOrPlace[]): Map<string, ShownComment> {
  return new Map(onlyComments(all).map((comment) => [comment.id, comment]));
}
