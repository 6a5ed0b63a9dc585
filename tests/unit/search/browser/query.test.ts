import { describe, expect, it } from 'vitest';
import { plainWord } from '../../../../src/document/normalized-word.ts';
import { queryWords } from '../../../../src/search/browser/query.ts';
import { otherSpellings } from '../../../../src/search/browser/spellings.ts';

describe('plain words', () => {
  it.each([
    ['Web3’s', 'web3'],
    ['fine-tuning', 'finetuning'],
    ['Café,', 'cafe'],
    ['(RAG),', 'rag'],
    ['—', ''],
  ])('%s is %s', (word, plain) => {
    expect(plainWord(word)).toBe(plain);
  });
});

describe('a query', () => {
  it('knows slight words, phrases and a word not yet typed to its end', () => {
    const words = queryWords('the “narrative fallacy” of Tal');
    expect(words.map(({ plain }) => plain)).toEqual(['the', 'narrative', 'fallacy', 'of', 'tal']);
    expect(words.map(({ slight }) => slight)).toEqual([true, false, false, true, false]);
    expect(words.map(({ bound }) => bound)).toEqual([false, false, true, false, false]);
    expect(words.map(({ open }) => open)).toEqual([false, false, false, false, true]);
    expect(queryWords('Tal ')[0]?.open).toBe(false);
  });

  it('of slight words alone is taken at its word', () => {
    expect(queryWords('who is it').map(({ slight }) => slight)).toEqual([false, false, false]);
  });

  it('asked as a question keeps the words that say what it is about', () => {
    const told = (text: string) => queryWords(text).flatMap(({ plain, slight }) => (slight ? [] : [plain]));
    expect(told('where did all these chips come from, and what’s meant?')).toEqual(['chips', 'meant']);
    expect(told('why can’t it be that they make a market')).toEqual(['market']);
  });

  it('of signs alone has no words', () => {
    expect(queryWords(' !!! — “” ')).toEqual([]);
  });
});

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
  ])('%s and %s find each other', (one, other) => {
    expect(otherSpellings(one)).toContain(other);
    expect(otherSpellings(other)).toContain(one);
  });
});
