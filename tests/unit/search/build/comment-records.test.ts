import { expect, it } from 'vitest';
import { commentTree } from '../../../../src/comments/safe-markdown.ts';
import type { CommentOrPlace } from '../../../../src/document/shown-comment.ts';
import { commentRecords } from '../../../../src/search/build/comment-records.ts';

const comment = (number: number): CommentOrPlace => ({
  id: `comment-${number}`,
  name: `Jane <${number}>`,
  website: null,
  date: '2026-01-01',
  isAuthor: false,
  isPending: false,
  parent: null,
  passage: null,
  quote: null,
  body: commentTree(`Remark *${number}*`),
});

it('are named after who wrote them and lead to where their text stands', () => {
  const all = [...Array.from({ length: 22 }, (_, number) => comment(number))];
  const place: CommentOrPlace = { id: 'comment-gone', parent: null, isRemoved: true };
  const records = commentRecords({ slug: 'tides', title: 'On tides' }, [...all, place], {
    language: 'en',
    title: (name) => `Comment by ${name}`,
  });
  expect(records).toHaveLength(22);
  expect(records[0]?.url).toBe('/essays/tides/#comment-0');
  expect(records[21]?.url).toBe('/essays/tides/comments/#comment-21');
  expect(records[0]?.html).toContain('<h1 data-pagefind-meta="title">Comment by Jane &#x3C;0></h1>');
  expect(records[0]?.html).toContain('data-pagefind-filter="essay[content]" content="On tides"');
  expect(records[0]?.html).toContain('Remark <em>0</em>');
});
