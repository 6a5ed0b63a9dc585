import { describe, expect, it } from 'vitest';
import { type Answering, type Thread, threads } from '../../../src/document/comment-threads.ts';

const comment = (id: string, parent: string | null = null): Answering => ({ id, parent });

/** `a(b c)` for a comment with two answers, `?a` for one whose own question is missing. */
const drawn = (all: readonly Thread<Answering>[]): string =>
  all
    .map(
      ({ comment: { id }, replies, isOrphan }) =>
        `${isOrphan ? '?' : ''}${id}${replies.length > 0 ? `(${drawn(replies)})` : ''}`,
    )
    .join(' ');

const of = (pairs: readonly string[]) =>
  pairs.map((pair) => comment(pair.split('<')[0] ?? '', pair.split('<')[1] ?? null));

describe('threads', () => {
  it('hold answers in order, also where an answer comes before its question', () => {
    expect(drawn(threads(of(['c<a', 'a', 'b', 'd<c', 'e<a'])))).toBe('a(c(d) e) b');
  });

  it('keep an answer whose question is missing', () => {
    expect(drawn(threads(of(['a<gone', 'b<a'])))).toBe('?a(b)');
  });

  it('lose none that answer each other in a circle', () => {
    expect(drawn(threads(of(['a<b', 'b<a', 'c<c', 'd<a'])))).toBe('?a ?b ?c ?d');
  });

  it('go no deeper than told', () => {
    expect(drawn(threads(of(['a', 'b<a', 'c<b', 'd<c', 'e<d']), 2))).toBe('a(b(c d e))');
    const long = Array.from({ length: 5_000 }, (_, index) =>
      comment(`c${index}`, index === 0 ? null : `c${index - 1}`),
    );
    expect(drawn(threads(long)).match(/\(/g)?.length).toBe(4);
  });
});
