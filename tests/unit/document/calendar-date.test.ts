import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInWords, dayInWords, isCalendarDate, yearInWords } from '../../../src/document/calendar-date.ts';
import { localeFor } from '../../../src/document/locale.ts';

describe('isCalendarDate', () => {
  it.each([
    '2026-02-31',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-2-8',
    '22.11.2026',
    '2026-11-22T10:00',
    '',
  ])('refuses %j', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });

  it('accepts every day that the calendar has', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1583-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(isCalendarDate(date.toISOString().slice(0, 10))).toBe(true);
        },
      ),
    );
  });
});

describe('dateInWords', () => {
  it('says the first of a month as French does', () => {
    expect((['2026-03-01', '2026-03-11'] as const).map((day) => dateInWords(day, 'fr'))).toEqual([
      '1er mars 2026',
      '11 mars 2026',
    ]);
    expect(dayInWords('2026-03-01', 'fr-CA')).toBe('1er mars');
  });

  it('is written as the locale writes it', () => {
    expect(dateInWords('2026-11-22', 'en-GB')).toBe('22 November 2026');
    expect(dateInWords('2026-11-22', 'en')).toBe('November 22, 2026');
    expect(dateInWords('2026-11-22', 'de')).toBe('22. November 2026');
  });
});

describe('yearInWords', () => {
  it('is written as in dates of the locale', () => {
    const years = ['en', 'ar-EG', 'ja', 'zh'].map((locale) => yearInWords('2026', locale));
    expect(years).toEqual(['2026', '٢٠٢٦', '2026年', '2026年']);
  });
});

describe('localeFor', () => {
  it.each([
    ['en', 'en-GB', 'en-GB'],
    ['en', undefined, 'en'],
    ['en-US', 'en-GB', 'en-US'],
    ['de', 'en-GB', 'de'],
  ])('of a text in %s on a site with the locale %s is %s', (language, locale, expected) => {
    expect(localeFor(language, { locale })).toBe(expected);
  });
});
