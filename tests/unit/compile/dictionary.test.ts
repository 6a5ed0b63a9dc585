import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listedWords, openDictionary } from '../../../src/compile/dictionary.ts';
import { proseHints } from '../../../src/compile/prose-hints.ts';
import { textLanguage } from '../../../src/compile/text-language.ts';

const lists: Record<string, string> = {
  'dictionary-en': 'a the light of receive color is with it',
  'dictionary-en-gb': 'colour',
  'dictionary-fr': 'eau',
  'dictionary-pt-br': 'luz',
};

class Words {
  readonly all: readonly string[];
  constructor(all: readonly string[]) {
    this.all = all;
  }
  correct(word: string) {
    return this.all.includes(word);
  }
  suggest(word: string) {
    return this.all.filter((one) => one.startsWith(word.slice(0, 3)));
  }
}

/** Stands for the packages: a dictionary is the list of its words, and what is like a word begins as it does. */
async function load(name: string): Promise<unknown> {
  if (name === 'nspell')
    return {
      default: ({ dic }: { dic: Uint8Array }) => {
        const words = Buffer.from(dic).toString().split(' ');
        return new Words(words);
      },
    };
  const words = lists[name];
  if (words === undefined) throw new Error(`${name} is not installed`);
  return { default: { aff: Buffer.from(''), dic: Buffer.from(words) } };
}

const without = (missing: string) => (name: string) =>
  name.startsWith(missing) ? Promise.reject(new Error('not installed')) : load(name);

const hints = async (text: string, format: 'md' | 'mdx' = 'md', words = '') => {
  const dictionary = await openDictionary('en', listedWords(words), load);
  return proseHints(text, format, dictionary).map(({ line, advice }) => `${line}: ${advice}`);
};

describe('the spelling of words', () => {
  it('is a hint for each word that is in no dictionary, once, with its line', async () => {
    expect(await hints('---\ntitle: A\n---\n\nThe light\nrecieve colour and.\n\n## Of recieve\n')).toEqual([
      '6: “recieve” is not in the dictionary. Did you mean “receive”?',
      '6: “and” is not in the dictionary.',
    ]);
  });

  it.each([
    'Zzyzx, iPhone, NASA, x2y with the light',
    '`qqqq` with https://qqqq.example/ qqqq.ts a_qqqq @qqqq ./qqqq/rrrr of',
    '[the light](https://a.example/qqqq "color") ![light](./qqqq.png) $qqqq$',
    '```\nqqqq\n```\n\n<span title="qqqq">light</span>',
    'The light’s color, is xx',
  ])('is no matter of names, addresses, code and formulas: %s', async (text) => {
    expect(await hints(text)).toEqual([]);
  });

  it('is right by the list of the site', async () => {
    expect(await hints('recieve and qqqq', 'mdx', '# ours\nAND\n  recieve # always\n\nqqqq\n')).toEqual([]);
  });

  it('is checked in the language of the text, where its dictionary is installed', async () => {
    expect(await openDictionary('de', undefined, load)).toBe(null);
    const french = await openDictionary('fr-CA', undefined, load);
    expect([french?.isRight('l’eau'), french?.isRight('light')]).toEqual([true, false]);
    const portuguese = await openDictionary('pt-BR', undefined, load);
    expect(portuguese?.isRight('luz')).toBe(true);
    expect(textLanguage('---\nlanguage: fr\n---\n', 'en')).toBe('fr');
    expect([textLanguage('---\ntitle: A\n---\n', 'de'), textLanguage('no', 'de')]).toEqual(['de', 'de']);
  });

  it('is not checked where a package is missing', async () => {
    expect(await openDictionary('en', undefined, without('nspell'))).toBe(null);
    expect(await openDictionary('en', undefined, without('dictionary'))).toBe(null);
    expect(proseHints('recieve', 'md')).toEqual([]);
    const british = await openDictionary('en', undefined, without('dictionary-en-gb'));
    expect([british?.isRight('color'), british?.isRight('colour')]).toEqual([true, false]);
  });
});

it.runIf(existsSync('node_modules/nspell') && existsSync('node_modules/dictionary-en'))(
  'the packages themselves know English in both spellings',
  async () => {
    const dictionary = await openDictionary('en');
    expect(['colour', 'color', 'isn’t', 'recieve'].map((word) => dictionary?.isRight(word))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(dictionary?.near('recieve')).toBe('receive');
  },
);
