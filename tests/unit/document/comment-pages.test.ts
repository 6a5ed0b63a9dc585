import { describe, expect, it } from 'vitest';
import { essayThreads, inOrder } from '../../../src/document/comment-pages.ts';
import { threads } from '../../../src/document/comment-threads.ts';
import type { CommentOrPlace } from '../../../src/document/shown-comment.ts';

const comment = (id: string, parent: string | null = null): CommentOrPlace => ({
  id,
  parent,
  name: 'Jane',
  website: null,
  date: '2026-01-01',
  isAuthor: false,
  isPending: false,
  passage: null,
  quote: null,
  body: [],
});
const many = (name: string, count: number, parent: string | null = null) =>
  Array.from({ length: count }, (_, index) => comment(`${name}${index}`, parent));
const idsOf = (comments: readonly CommentOrPlace[], most: number) => {
  const { shown, listed } = essayThreads(threads(comments), most);
  return { shown: shown.flatMap(inOrder).map(({ id }) => id), listed: listed.map(({ id }) => id) };
};

describe('the page of an essay', () => {
  it('shows all comments as long as they fit', () => {
    expect(idsOf(many('a', 20), 20).listed).toEqual([]);
    expect(idsOf(many('a', 21), 20)).toMatchObject({ listed: ['a20'] });
  });

  it('shows whole threads: one that does not fit is listed, with all that follow', () => {
    const all = [comment('a'), comment('b'), ...many('r', 3, 'b'), comment('c')];
    expect(idsOf(all, 4)).toEqual({ shown: ['a'], listed: ['b', 'r0', 'r1', 'r2', 'c'] });
  });

  it('shows of a first thread that is too long what fits, never an answer without its question', () => {
    const all = [comment('a'), ...many('r', 5, 'a'), comment('s', 'r4'), comment('b')];
    expect(idsOf(all, 3)).toEqual({ shown: ['a', 'r0', 'r1'], listed: ['r2', 'r3', 'r4', 's', 'b'] });
  });

  it('loses no place of a removed comment', () => {
    const place: CommentOrPlace = { id: 'gone', parent: null, isRemoved: true };
    const { shown, listed } = idsOf([...many('a', 3), place], 2);
    expect([...shown, ...listed].sort()).toEqual(['a0', 'a1', 'a2', 'gone']);
    expect(idsOf([...many('a', 2), place], 2).listed).toEqual([]);
  });
});
