import { absoluteAddress, commentsAddress, essayAddress, fragmentAddress } from '../document/address.ts';
import { essayThreads } from '../document/comment-pages.ts';
import { threads } from '../document/comment-threads.ts';
import { onlyComments, type ShownComment } from '../document/shown-comment.ts';
import type { Publication, PublishedEssay } from './output.ts';

/** The comments on an essay that are published, without those that wait for approval. */
export function approvedComments(essay: Pick<PublishedEssay, 'comments'>): ShownComment[] {
  return onlyComments(essay.comments()).filter(({ isPending }) => !isPending);
}

/** The full address of a comment, by its id: on the page of its essay, or on that of all comments. */
export function commentAddresses(
  essay: Pick<PublishedEssay, 'slug' | 'comments'>,
  { url }: Publication['site'],
): (id: string) => string {
  const listed = new Set(essayThreads(threads(essay.comments())).listed.map(({ id }) => id));
  return (id) => {
    const page = listed.has(id) ? commentsAddress(essay.slug) : essayAddress(essay.slug);
    return fragmentAddress(absoluteAddress(page, url), id);
  };
}
