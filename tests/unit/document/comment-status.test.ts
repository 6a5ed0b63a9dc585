import { expect, it } from 'vitest';
import { commentStatus } from '../../../src/document/comment-status.ts';

const published = '2026-01-01';

it('counts the days from the publication, to the day', () => {
  const settings = { closeAfterDays: 30 };
  expect(commentStatus({ published }, settings, '2026-01-31')).toBe('open');
  expect(commentStatus({ published }, settings, '2026-02-01')).toBe('closed');
  expect(commentStatus({ published }, { closeAfterDays: null }, '2036-01-01')).toBe('open');
  expect(commentStatus({ published }, undefined, null)).toBe('open');
});

it('does first what the essay says', () => {
  const settings = { closeAfterDays: 30 };
  expect(commentStatus({ published, comments: 'open' }, settings, '2030-01-01')).toBe('open');
  expect(commentStatus({ published, comments: 'closed' }, undefined, null)).toBe('closed');
  expect(commentStatus({ published, comments: 'off' }, undefined, null)).toBe('closed');
});
