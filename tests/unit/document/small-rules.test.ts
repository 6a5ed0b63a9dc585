import { describe, expect, it } from 'vitest';
import { absoluteAddress, essayAddress, fragmentAddress } from '../../../src/document/address.ts';
import { direction } from '../../../src/document/essay.ts';
import { nearest } from '../../../src/document/nearest.ts';
import { openGraphLocale } from '../../../src/document/open-graph-locale.ts';
import { countWords, readingMinutes } from '../../../src/document/reading-time.ts';
import { reservedSlugs, slugError } from '../../../src/document/slug.ts';

describe('slugError', () => {
  it.each(['Why', 'a b', 'ä', '', 'a/b', '../x', 'x'.repeat(81), ...reservedSlugs])('refuses %j', (slug) => {
    expect(slugError(slug)).not.toBeNull();
  });

  it.each(['a', 'why-lighthouses-go-dark', '2026', 'x'.repeat(80)])('accepts %j', (slug) => {
    expect(slugError(slug)).toBeNull();
  });
});

describe('addresses', () => {
  it('keep a path that the site has of its own', () => {
    expect(absoluteAddress(essayAddress('a'), 'https://owner.example/stet/')).toBe(
      'https://owner.example/stet/essays/a/',
    );
  });

  it('escape what a fragment may not hold', () => {
    expect(fragmentAddress('/x/', 'caf\u00e9 "')).toBe('/x/#caf%C3%A9%20%22');
  });
});

describe('the language of a preview', () => {
  it.each([
    ['en', 'en-GB', 'en_GB'],
    ['en-US', 'en-GB', 'en_US'],
    ['zh-Hant-TW', 'en', 'zh_TW'],
    ['de', 'en-GB', null],
    ['en', 'en', null],
  ])('of a text in %s on a site in %s is %s', (language, locale, expected) => {
    expect(openGraphLocale(language, locale)).toBe(expected);
  });
});

describe('nearest', () => {
  it('finds a likely misspelling and nothing far away', () => {
    expect(nearest('titel', ['title', 'topics'])).toBe('title');
    expect(nearest('colour', ['title', 'topics'])).toBeNull();
    expect(nearest('x', [])).toBeNull();
  });
});

describe('reading time', () => {
  it('counts words in any script', () => {
    expect(countWords('It is not working, she said.', 'en')).toBe(6);
    expect(countWords('เราอ่านบทความ', 'th')).toBe(3);
    expect(countWords('Мы читаем, да?', 'ru')).toBe(3);
  });

  it('counts characters in Chinese and Japanese, and a word of another script as one', () => {
    expect(countWords('我们阅读 Web 文章，2026 年。', 'zh')).toBe(9);
    expect(countWords('データを読む。', 'ja-JP')).toBe(6);
    expect(countWords('香港', 'yue')).toBe(2);
    expect(countWords('我们', 'en')).toBe(1);
  });

  it('is never less than a minute', () => {
    expect([0, 238, 1968].map((count) => readingMinutes(count, 'en-GB'))).toEqual([1, 1, 8]);
  });

  it('depends on the language', () => {
    const ofThousand = ['en', 'de', 'ar', 'zh-Hant', 'ja', 'yue', 'sw'];
    expect(ofThousand.map((language) => readingMinutes(1000, language))).toEqual([4, 5, 7, 4, 3, 4, 4]);
  });
});

describe('direction', () => {
  it('follows the language', () => {
    expect(['en', 'ar-EG', 'he', 'de'].map(direction)).toEqual(['ltr', 'rtl', 'rtl', 'ltr']);
  });

  it('follows the script that a tag names, or that the language is mostly written in', () => {
    const tags = ['uz-Arab', 'uz', 'ckb', 'ku', 'ar-Latn', 'ur', 'pa', 'pa-PK', 'ja'];
    const rtl = tags.filter((tag) => direction(tag) === 'rtl');
    expect(rtl).toEqual(['uz-Arab', 'ckb', 'ur', 'pa-PK']);
  });
});
