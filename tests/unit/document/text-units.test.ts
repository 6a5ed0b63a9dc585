import { describe, expect, it } from 'vitest';
import { indexedWord, plainWord } from '../../../src/document/normalized-word.ts';
import { textUnits } from '../../../src/document/text-units.ts';

const cut = (text: string) => textUnits(text).map((unit) => unit.text);

describe('the units of a text', () => {
  it('are the words between spaces', () => {
    expect(cut('  It’s a well-made  book, isn’t it? ')).toEqual([
      'It’s',
      'a',
      'well-made',
      'book,',
      'isn’t',
      'it?',
    ]);
  });

  it('are single characters of a script without spaces, with the punctuation around them', () => {
    expect(cut('他说：「灯塔！」C++用')).toEqual(['他', '说：', '「灯', '塔！」', 'C++', '用']);
    expect(textUnits('灯塔。光').map(({ continues }) => continues)).toEqual([true, false, false]);
    expect(cut('ﾊﾟﾝ')).toEqual(['ﾊﾟ', 'ﾝ']);
  });

  it('are a short word and the word after it', () => {
    expect(cut('évite l’écueil (d’Artagnan) don’t y’all')).toEqual([
      'évite',
      'l’',
      'écueil',
      '(d’',
      'Artagnan)',
      'don’t',
      'y’all',
    ]);
    expect(cut('والملح ولد')).toEqual(['و', 'الملح', 'ولد']);
  });
});

describe('a plain word', () => {
  it.each([
    ['Straße', 'strasse'],
    ['ﬁnden', 'finden'],
    ['ＡＢＣ１', 'abc1'],
    ['ﾊﾟﾝ', 'パン'],
    ['バン', 'バン'],
    ['cœur', 'coeur'],
    ['C++,', 'c++'],
    ['(F#)', 'f#'],
    ['Disney+', 'disney'],
    ['2.0.', '2.0'],
    ['2,0', '2.0'],
    ['1,000', '1000'],
    ['हिन्दी', 'हिन्दी'],
    ['ज़', 'ज'],
    ['العَرَبِيَّة', 'العربية'],
    ['ёлка', 'елка'],
    ['e.g.', 'eg'],
  ])('of %s is %s', (word, plain) => {
    expect(plainWord(word)).toBe(plain);
  });

  it('has nothing but letters and figures in the index', () => {
    for (const word of ['हिन्दी', 'c++', '2.0', 'ด้ว']) expect(indexedWord(word)).toMatch(/^[\p{L}\p{N}]+$/u);
    expect(indexedWord('का')).not.toBe(indexedWord('की'));
  });
});
