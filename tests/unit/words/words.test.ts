import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuthorError, formatProblem } from '../../../src/document/problem.ts';
import { compileWords } from '../../../src/words/compile-words.ts';
import { formatText } from '../../../src/words/format-text.ts';
import { en } from '../../../src/words/languages/en.ts';
import { loadLanguages, loadOwnWords } from '../../../src/words/load-words.ts';
import { readTexts } from '../../../src/words/read-texts.ts';
import { format, mergedWords } from '../../../src/words/words.ts';
import { wordsModule } from '../../../src/words/words-module.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, code: string): string {
  const file = join(folder, name);
  writeFileSync(file, code);
  return file;
}

/** The messages about a `words.ts` that exports this. */
async function messages(code: string): Promise<string[]> {
  const error = await loadOwnWords(write('words.ts', code)).catch((thrown) => thrown);
  if (!(error instanceof AuthorError)) return [];
  return error.problems.map((one) => formatProblem(one).replace(/^.*?words\.ts/, 'words.ts'));
}

describe('formatText', () => {
  it('writes numbers as the locale does', () => {
    expect(formatText(en.wordCount, { count: 1830 }, 'en-GB')).toBe('1,830 words');
    expect(formatText(en.wordCount, { count: 1830 }, 'de')).toBe('1.830 words');
  });

  it('chooses the plural form by the rules of the language', () => {
    const forms = {
      one: '{count} слово',
      few: '{count} слова',
      many: '{count} слов',
      other: '{count} слова',
    };
    const texts = [1, 3, 5, 21].map((count) => formatText(forms, { count }, 'ru'));
    expect(texts).toEqual(['1 слово', '3 слова', '5 слов', '21 слово']);
    expect(formatText({ other: '{count} 語' }, { count: 1 }, 'ja')).toBe('1 語');
  });
});

describe('format', () => {
  it('names a placeholder without a value', () => {
    expect(() => format('{a} {b}', { a: '' })).toThrow('No value for {b}');
  });
});

describe('English', () => {
  it('is data that can be sent, and is right by its own rules', () => {
    expect(JSON.parse(JSON.stringify(en))).toEqual(en);
    expect(readTexts(en, en, [], () => ({ file: 'en.ts' })).problems).toEqual([]);
  });
});

describe('the words of a language', () => {
  it('are those of the owner, of the region, of the language, and then English', async () => {
    write('de.ts', "export const words = { skip: 'Zum Text', notes: 'Noten', essays: 'Aufsätze' };");
    write('de-AT.ts', "export const words = { notes: 'Anmerkungen' };");
    const languages = await loadLanguages(folder);
    const own = write(
      'words.ts',
      "export const words = { de: { essays: 'Essays' }, en: { older: 'Before' } };",
    );
    const written = await loadOwnWords(own);
    const { skip, notes, essays, older, newer } = mergedWords('de-AT', languages, written);
    expect([skip, notes, essays, older, newer]).toEqual([
      'Zum Text',
      'Anmerkungen',
      'Essays',
      'Before',
      'Later',
    ]);
    expect(mergedWords('de', languages, written).notes).toBe('Noten');
    expect(mergedWords('fr', languages, written).skip).toBe(en.skip);
  });

  it('replace plural forms only together', async () => {
    const own = await loadOwnWords(
      write(
        'words.ts',
        "export const words = { ja: { minutes: '{count}分', wordCount: { other: '{count}語' } } };",
      ),
    );
    const { minutes, wordCount } = mergedWords('ja', new Map(), own);
    expect([minutes, wordCount]).toEqual([{ other: '{count}分' }, { other: '{count}語' }]);
    expect(mergedWords('en', new Map(), own).minutes).toEqual(en.minutes);
  });

  it('are English where the owner writes no file', async () => {
    expect(await loadOwnWords(join(folder, 'none.ts'))).toEqual(new Map());
    expect(mergedWords('en', new Map(), new Map())).toEqual(en);
  });
});

describe('content/words.ts', () => {
  it.each<[string, string, string]>([
    [
      'an unknown key',
      "export const words = {\n  en: {\n    theme: { lable: 'Paper' },\n  },\n};",
      'words.ts:3:14: `en.theme.lable` is not an interface text. Did you mean `label`? [words/unknown-key]',
    ],
    [
      'a missing placeholder',
      "export const words = {\n  en: { linkTo: 'The link' } };",
      'words.ts:2:9: `en.linkTo` must contain `{heading}`; found no placeholder. Its English text is: "Link to “{heading}”". [words/placeholders]',
    ],
    [
      'a placeholder that has no value',
      "export const words = { de: { notes: 'Noten {n}' } };",
      'words.ts:1:30: `de.notes` must contain no placeholder; found `{n}`. Its English text is: "Notes". [words/placeholders]',
    ],
    [
      'a plural form without its number',
      "export const words = { de: { minutes: { one: 'eine Minute', other: 'Minuten' } } };",
      'words.ts:1:61: `de.minutes.other` must contain `{count}`; found no placeholder. Its English text is: "{count} minutes". [words/placeholders]',
    ],
    [
      'plural forms that are none',
      "export const words = { de: { minutes: { one: '{count} Minute' } } };",
      'words.ts:1:30: `de.minutes` must be a text, or plural forms with `other` among them. Its English text is: {"one":"{count} minute","other":"{count} minutes"}. [words/invalid-text]',
    ],
    [
      'a function',
      'export const words = { de: { notes: () => "Noten" } };',
      'words.ts:1:30: `de.notes` must be a text. Its English text is: "Notes". [words/invalid-text]',
    ],
    [
      'a language that is none',
      "export const words = { 'German language': {} };",
      'words.ts:1:24: `words.German language` is not a language tag. Write a tag such as `en`, `de` or `pt-BR`. [words/invalid-language]',
    ],
    [
      'another export',
      'export const texts = {};',
      'words.ts: The file exports no `words`. Write `export const words = { en: { … } };`. [words/no-export]',
    ],
  ])('is refused for %s', async (_case, code, sentence) => {
    expect(await messages(code)).toEqual([sentence]);
  });
});

describe('the words of the compiled text', () => {
  const words = compileWords(mergedWords('en', new Map(), new Map()), 'en');

  it('are functions of what they name', () => {
    expect(words.code('', 'a')).toBe('Code: a');
    expect(words.code('ts', '{b}')).toBe('Code (ts): {b}');
    expect(words.backToCitation(1)).toBe('Back to the citation');
    expect(words.backToCitation(2)).toBe('Back to citation 2');
    expect(words.backToText('1-2')).toBe('Back to the text of note 1-2');
    expect(words.linkTo('A')).toBe('Link to “A”');
    expect(words.formula('x')).toBe('Formula: x');
    expect(words.tombstone.retired('It was wrong.')).toBe('A passage was removed here: It was wrong.');
  });
});

describe('the module of the search', () => {
  it('holds only the messages of the search, as data', async () => {
    const plugin = wordsModule('search', en.search.messages);
    const code = plugin.load(plugin.resolveId('virtual:search-words') ?? '') ?? '';
    const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(module.words).toEqual(en.search.messages);
    expect(code).not.toContain(en.skip);
    expect(plugin.load('other')).toBeUndefined();
  });
});
