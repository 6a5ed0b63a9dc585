import { describe, expect, it } from 'vitest';
import { isDiskFull } from '../../../src/commands/disk-full.ts';

const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

describe('a full disk', () => {
  it.each([
    ['as an error of node', full],
    [
      'as an error of the bundler',
      new Error('Failed to write\n\nCaused by:\n    No space left on device (os error 28)'),
    ],
    ['as the cause of another error', new Error('The search index could not be made', { cause: full })],
    ['among several errors', new AggregateError([new Error('one'), full])],
  ])('is recognised %s', (_, error) => {
    expect(isDiskFull(error)).toBe(true);
  });

  it('is not any other error', () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    for (const error of [denied, new Error('no room for a title'), 'ENOSPC', null])
      expect(isDiskFull(error)).toBe(false);
  });
});
