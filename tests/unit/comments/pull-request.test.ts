import { describe, expect, it } from 'vitest';
import { parseComment } from '../../../src/comments/comment-file.ts';
import { pullRequest } from '../../../src/components/comment-request.ts';
import { newFileOf } from '../../../src/elements/comment-ways.ts';
import { texts, written } from './written-comment.ts';

describe('a comment by pull request', () => {
  const words = { yourName: 'Your name', yourComment: 'Your comment' };
  const repository = 'https://github.com/owner/name';
  const pageOf = (send: Parameters<typeof pullRequest>[0]) => {
    const { attributes, hidden, content } = pullRequest(send, 'a-slug', words);
    const [[field, template] = ['', '']] = Object.entries(hidden);
    return { action: attributes['action'] ?? '', field, content, template };
  };
  const now = new Date('2026-02-28T09:30:00.123Z');

  it.each(texts)('is an approved comment once it is merged, with %s in it', (_, text) => {
    const page = pageOf({ by: 'pull-request', repository, branch: 'main' });
    const { file, address } = newFileOf(page, { ...written, text }, '0123456789ab', now);
    const { origin, pathname, searchParams } = new URL(address ?? '');
    expect([origin, pathname]).toEqual(['https://github.com', '/owner/name/new/main']);
    expect(searchParams.get('filename')).toBe(file);
    expect(file).toBe('content/essays/a-slug/comments/2026-02-28-0123456789ab.md');
    expect(parseComment(file, searchParams.get('value') ?? '')).toEqual({
      id: 'comment-0123456789ab',
      name: written.name,
      website: written.website,
      date: '2026-02-28T09:30:00Z',
      block: written.block,
      quote: written.quote,
      parent: written.parent,
      role: null,
      origin: { kind: 'pull-request', address: null },
      text,
    });
  });

  it('says nowhere what the e-mail address is', () => {
    const page = pageOf({ by: 'pull-request', repository, branch: 'main' });
    expect(newFileOf(page, written, 'a', now).text).not.toContain('jorg@');
  });

  it('without script is a file that a reader completes', () => {
    const { template } = pullRequest({ by: 'pull-request', repository, branch: 'main' }, 'a-slug', words);
    expect(parseComment('2026-02-28-jane.md', template)).toMatchObject({ name: 'Your name', website: null });
  });

  it.each([
    [repository, undefined, 'https://github.com/owner/name/new/a%23b/c', 'filename', 'value'],
    [
      'https://gitlab.com/a/b/c/',
      undefined,
      'https://gitlab.com/a/b/c/-/new/a%23b/c',
      'file_name',
      'content',
    ],
    ['https://codeberg.org/a/b', undefined, 'https://codeberg.org/a/b/_new/a%23b/c', 'filename', 'value'],
    ['https://git.example/a/b', 'gitlab', 'https://git.example/a/b/-/new/a%23b/c', 'file_name', 'content'],
  ] as const)('goes to the page for new files of %s (%s)', (at, forge, action, field, content) => {
    const send = { by: 'pull-request', repository: at, branch: 'a#b/c', ...(forge && { forge }) } as const;
    expect(pageOf(send)).toMatchObject({ action, field, content });
  });

  it('is copied by hand where the address would be too long, or the forge takes no text from it', () => {
    const github = pageOf({ by: 'pull-request', repository, branch: 'main' });
    const long = newFileOf(github, { ...written, text: 'ü'.repeat(1_000) }, 'a', now);
    expect([long.address, long.bare.length < 300]).toEqual([null, true]);
    expect(long.text).toContain('ü'.repeat(1_000));
    // GitHub encodes the address once more while a reader signs in, and loses it from about 7,000 characters
    for (const letter of ['a', 'ü', '語', '\n\nb'])
      for (let length = 10; length < 5_000; length += 90) {
        const { address } = newFileOf(github, { ...written, text: letter.repeat(length) }, 'a', now);
        const signIn = `https://github.com/login?${new URLSearchParams({ return_to: address ?? '' })}`;
        expect(signIn.length).toBeLessThan(7_000);
        if (length < 400) expect(address).not.toBeNull();
      }
    const gitlab = pageOf({ by: 'pull-request', repository: 'https://gitlab.com/a/b', branch: 'main' });
    expect(newFileOf(gitlab, written, 'a', now).address).toBeNull();
  });
});
