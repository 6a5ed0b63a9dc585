import { describe, expect, it } from 'vitest';
import type { Comment } from '../../../src/comments/comment.ts';
import { shownComments } from '../../../src/comments/shown-comments.ts';
import { isRemoved } from '../../../src/document/shown-comment.ts';

const comment = (id: string, fields: Partial<Comment> = {}): Comment => ({
  id,
  name: 'Jane',
  website: null,
  date: '2026-01-01',
  block: null,
  quote: null,
  parent: null,
  role: null,
  origin: { kind: 'form', address: null },
  text: id,
  ...fields,
});
const block = (text: string) => ({ kind: 'paragraph' as const, text, own: null, marks: 0 });
const setting = {
  slug: 'tides',
  ids: {
    ids: ['first', 'second'],
    previous: [[], ['old']],
    tombstones: [
      { id: 'moved', also: ['moved-too'], after: 0, why: null, to: '/essays/other/#there' },
      { id: 'retired', also: [], after: 0, why: 'It was wrong.', to: null },
    ],
  },
  found: { blocks: [block('The sea.'), block('word '.repeat(60))], lines: [], usedIds: ['svg-part'] },
  removed: [],
  pending: [],
};
const passageOf = (id: string) => {
  const [shown] = shownComments([comment('comment-a', { block: id })], setting);
  return shown && !isRemoved(shown) ? shown.passage : undefined;
};

describe('the passage of a comment', () => {
  it('is where its block stands', () => {
    expect(passageOf('first')).toEqual({
      address: '/essays/tides/#first',
      block: 'first',
      opening: 'The sea.',
    });
    expect(passageOf('svg-part')).toEqual({
      address: '/essays/tides/#svg-part',
      block: 'svg-part',
      opening: null,
    });
  });

  it('follows the block into another one, and into another essay', () => {
    expect(passageOf('old')).toMatchObject({ address: '/essays/tides/#second', block: 'second' });
    expect(passageOf('moved')).toMatchObject({ address: '/essays/other/#there', block: null });
    expect(passageOf('moved-too')).toMatchObject({ address: '/essays/other/#there', block: null });
  });

  it('has gone where the ledger says so, and where nobody knows it', () => {
    for (const id of ['retired', 'never-was'])
      expect(passageOf(id)).toEqual({ address: null, block: null, opening: null });
  });

  it('is named by its first words, cut at a space', () => {
    expect(passageOf('second')?.opening).toBe(`${'word '.repeat(16).trim()}…`);
  });
});

it('a removed comment keeps its place: before the first answer to it, else at the end', () => {
  const shown = shownComments(
    [comment('comment-a'), comment('comment-b', { parent: 'comment-x', date: '2026-01-02' })],
    { ...setting, removed: ['comment-x', 'comment-y'] },
  );
  expect(shown.map(({ id }) => id)).toEqual(['comment-a', 'comment-x', 'comment-b', 'comment-y']);
  expect(shown.filter(isRemoved).map(({ id }) => id)).toEqual(['comment-x', 'comment-y']);
});

it('what waits stands among the others and is marked, unless it was approved meanwhile', () => {
  const shown = shownComments([comment('comment-a'), comment('comment-c', { date: '2026-01-03' })], {
    ...setting,
    pending: [comment('comment-b', { date: '2026-01-02' }), comment('comment-a')],
  });
  expect(shown.map((one) => [one.id, !isRemoved(one) && one.isPending])).toEqual([
    ['comment-a', false],
    ['comment-b', true],
    ['comment-c', false],
  ]);
});
