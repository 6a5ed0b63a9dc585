import { type CalendarDate, isCalendarDate } from '../document/calendar-date.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day that a value of another site means, as it was written there: `2019-3-1`, `2019/03/01 12:00 +0900`,
 * `March 1, 2019`, `1 March 2019`, seconds or milliseconds since 1970 (in UTC). Null where it means none.
 */
export function dayOf(value: unknown): CalendarDate | null {
  if (value instanceof Date) return day(value.toISOString().slice(0, 10));
  if (typeof value === 'number') {
    if (value < 1e8) return null;
    return day(new Date(value < 1e11 ? value * 1000 : value).toISOString().slice(0, 10));
  }
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const numbers = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/.exec(text);
  if (numbers) return from(numbers[1], numbers[2], numbers[3]);
  const [, compact = ''] = /^(\d{8})(?:T|$)/.exec(text) ?? [];
  if (compact) return from(compact.slice(0, 4), compact.slice(4, 6), compact.slice(6));
  const monthFirst = /^(?:\w+,\s*)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/.exec(text);
  if (monthFirst) return from(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  const dayFirst = /^(?:\w+,\s*)?(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})/.exec(text);
  return dayFirst ? from(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]) : null;
}

function from(year = '', month = '', dayOfMonth = ''): CalendarDate | null {
  return day(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
}

function monthNumber(name = ''): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function day(text: string): CalendarDate | null {
  return isCalendarDate(text) ? text : null;
}
