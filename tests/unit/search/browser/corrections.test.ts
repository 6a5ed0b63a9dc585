import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { slipsBetween, WordList } from '../../../../src/search/browser/corrections.ts';
import { wordListFiles } from '../../../../src/search/build/word-list.ts';

describe('slips', () => {
  it.each([
    ['databriks', 'databricks'],
    ['xonsolidation', 'consolidation'],
    ['wdiening', 'widening'],
    ['resiliant', 'resilient'],
    ['falacey', 'fallacy'],
    ['infrastracture', 'infrastructure'],
    ['irelevent', 'irrelevance'],
  ])('%s may mean %s', (typed, meant) => {
    expect(slipsBetween(typed, meant)).not.toBeNull();
  });

  it.each([
    ['cats', 'cuts'],
    ['elephant', 'elegant'],
    ['web2', 'web3'],
    ['tiger', 'paper'],
    ['bread', 'read'],
    ['component', 'composing'],
  ])('%s does not mean %s', (typed, other) => {
    expect(slipsBetween(typed, other)).toBeNull();
  });
});

describe('the word list', () => {
  const letters = 'bcdfglmnprst';
  const many = Array.from({ length: 6000 }, (_, number) => {
    const pick = (place: number) =>
      letters[Math.floor(number / letters.length ** place) % letters.length] ?? '';
    return `${pick(3)}a${pick(2)}o${pick(1)}i${pick(0)}um`;
  });
  const list = (texts: string[]) => {
    const files = new Map(wordListFiles(texts).map(({ path, content }) => [path, gunzipSync(content)]));
    const asked: string[] = [];
    const load = async (path: string) => {
      asked.push(path);
      return new Uint8Array(files.get(path) ?? []);
    };
    return { words: new WordList(load), asked, files };
  };

  it('of a small library is one part', () => {
    expect([...list(['Snowflake and Databricks']).files.keys()]).toEqual([
      'words/contents.pf_words',
      'words/head-0.pf_words',
    ]);
  });

  it('of a large one costs a few parts, and finds a slip at either end', async () => {
    const { words, asked, files } = list([...many, 'Snowflake and Databricks']);
    expect(files.size).toBeGreaterThan(12);
    const may = () => true;
    expect(await words.nearest('databrocks', may)).toBe('databricks');
    expect(await words.nearest('xatabricks', may)).toBe('databricks');
    expect(await words.nearest('databrickz', may)).toBe('databricks');
    expect(await words.nearest('qwertyuiop', may)).toBeNull();
    expect(new Set(asked).size).toBeLessThan(files.size);
    const before = new Set(asked).size;
    await words.nearest('snowflaje', may);
    expect(new Set(asked).size - before).toBeLessThanOrEqual(4);
  });
});
