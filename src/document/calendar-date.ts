/** A day of the Gregorian calendar as `YYYY-MM-DD`, without time or zone. */
export type CalendarDate = `${number}-${number}-${number}`;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists, written as ISO 8601 asks: `2026-02-28` yes, `2026-02-31`, `2026-2-8` and the year 0000 no. */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = pattern.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/**
 * The date in words, the same on every machine: `22 November 2026` in British English.
 * @param locale BCP 47 tag; see `localeFor`
 */
export function dateInWords(date: CalendarDate, locale: string): string {
  return ordinal(formatterFor(locale, { dateStyle: 'long' }).format(new Date(`${date}T00:00:00Z`)), locale);
}

/** The same without the year, and short: `22 Nov`. */
export function dayInWords(date: CalendarDate, locale: string): string {
  const day = formatterFor(locale, { day: 'numeric', month: 'short' }).format(new Date(`${date}T00:00:00Z`));
  return ordinal(day, locale);
}

/** A year as dates have it: `2026`, `2026年`. @param year with four digits */
export function yearInWords(year: string, locale: string): string {
  return formatterFor(locale, { year: 'numeric' }).format(new Date(`${year}-01-01T00:00:00Z`));
}

/** In French the first of a month is `1er`, which `Intl` writes `1`. */
function ordinal(day: string, locale: string): string {
  return /^fr(?:-|$)/i.test(locale) ? day.replace(/^1(?= )/, '1er') : day;
}

const formatters = new Map<string, Intl.DateTimeFormat>(); // making one costs more than a hundred dates

function formatterFor(locale: string, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, form]);
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' });
  formatters.set(key, formatter);
  return formatter;
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
