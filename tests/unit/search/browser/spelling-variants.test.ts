import { describe, expect, it } from 'vitest';
import { spellingVariants } from '../../../../src/search/browser/spelling-variants.ts';

describe('British and American spellings', () => {
  it.each([
    ['decentralized', 'decentralised'],
    ['centers', 'centres'],
    ['behaviour', 'behavior'],
    ['defense', 'defence'],
    ['modelling', 'modeling'],
    ['catalog', 'catalogue'],
    ['analyze', 'analyse'],
    ['judgment', 'judgement'],
  ])('%s and %s are variants of each other', (one, other) => {
    expect(spellingVariants(one)).toContain(other);
    expect(spellingVariants(other)).toContain(one);
  });
});
