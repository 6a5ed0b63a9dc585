import { describe, expect, it } from 'vitest';
import { plainWord } from '../../../../src/document/normalized-word.ts';
import { queryWords } from '../../../../src/search/browser/query-words.ts';

describe('a normalized word', () => {
  it.each([
    ['Web3’s', 'web3'],
    ['fine-tuning', 'finetuning'],
    ['Café,', 'cafe'],
    ['(RAG),', 'rag'],
    ['—', ''],
  ])('of %s is %s', (word, normalized) => {
    expect(plainWord(word)).toBe(normalized);
  });
});

describe('the words of a query', () => {
  it('have stop words, phrases and an unfinished last word', () => {
    const words = queryWords('the “narrative fallacy” of Tal');
    expect(words.map(({ normalized }) => normalized)).toEqual(['the', 'narrative', 'fallacy', 'of', 'tal']);
    expect(words.map(({ isStopWord }) => isStopWord)).toEqual([true, false, false, true, false]);
    expect(words.map(({ continuesPhrase }) => continuesPhrase)).toEqual([false, false, true, false, false]);
    expect(words.map(({ isUnfinished }) => isUnfinished)).toEqual([false, false, false, false, true]);
    expect(queryWords('Tal ')[0]?.isUnfinished).toBe(false);
  });

  it.each(['„a b“', '« a b »', '«a b»', '「a b」', '『a b』', '＂a b＂', '"a b"'])(
    'are a phrase in %s',
    (text) => {
      expect(queryWords(text).map(({ continuesPhrase }) => continuesPhrase)).toEqual([false, true]);
    },
  );

  it('are not stop words if all of them would be', () => {
    expect(queryWords('who is it').map(({ isStopWord }) => isStopWord)).toEqual([false, false, false]);
  });

  it('of a question are its subject', () => {
    const terms = (text: string) =>
      queryWords(text).flatMap(({ normalized, isStopWord }) => (isStopWord ? [] : [normalized]));
    expect(terms('where did all these chips come from, and what’s meant?')).toEqual(['chips', 'meant']);
    expect(terms('why can’t it be that they make a market')).toEqual(['market']);
  });

  it('are none if there is only punctuation', () => {
    expect(queryWords(' !!! — “” ')).toEqual([]);
  });
});
