import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { WordList } from '../../../../src/search/browser/word-list.ts';
import { listedWords, wordListFiles } from '../../../../src/search/build/word-list.ts';

describe('the word list', () => {
  const letters = 'bcdfglmnprst';
  const manyWords = Array.from({ length: 6000 }, (_, number) => {
    const letter = (index: number) =>
      letters[Math.floor(number / letters.length ** index) % letters.length] ?? '';
    return `${letter(3)}a${letter(2)}o${letter(1)}i${letter(0)}um`;
  });
  const listOf = (texts: string[]) => {
    const files = new Map(
      wordListFiles(texts.map(listedWords)).map(({ path, content }) => [path, gunzipSync(content)]),
    );
    const loaded: string[] = [];
    const load = async (path: string) => {
      loaded.push(path);
      return new Uint8Array(files.get(path) ?? []);
    };
    return { wordList: new WordList(load), loaded, files };
  };

  it('is one chunk for a small library', () => {
    expect([...listOf(['Snowflake and Databricks']).files.keys()]).toEqual([
      'words/contents.pf_words',
      'words/head-0.pf_words',
    ]);
  });

  it('corrects an error at either end of a word, and loads few chunks of a large list', async () => {
    const { wordList, loaded, files } = listOf([...manyWords, 'Snowflake and Databricks']);
    expect(files.size).toBeGreaterThan(12);
    const isAllowed = () => true;
    expect(await wordList.nearest('databrocks', isAllowed)).toBe('databricks');
    expect(await wordList.nearest('xatabricks', isAllowed)).toBe('databricks');
    expect(await wordList.nearest('databrickz', isAllowed)).toBe('databricks');
    expect(await wordList.nearest('qwertyuiop', isAllowed)).toBeNull();
    expect(new Set(loaded).size).toBeLessThan(files.size);
    const before = new Set(loaded).size;
    await wordList.nearest('snowflaje', isAllowed);
    expect(new Set(loaded).size - before).toBeLessThanOrEqual(4);
  });
});
