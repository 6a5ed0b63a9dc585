import { isCalendarDate } from '../document/calendar-date.ts';

const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const mail = /^(?:\w{3}, *)?\d{1,2} \w{3} \d{4} \d{2}:\d{2}(?::\d{2})?(?: (?:[+-]\d{4}|[A-Z]{1,4}))?/;

/**
 * A time from another program as `2026-02-28T09:30:00Z`, or a day as it is. A time without a zone is taken for UTC.
 * @param value ISO 8601, a mail's date, or seconds or milliseconds since 1970
 * @returns null where it is none of these, or no time between 1970 and 9999
 */
export function momentFrom(value: string | number | null): string | null {
  if (value === null) return null;
  const text = String(value).trim();
  if (isCalendarDate(text)) return text;
  const milliseconds = inMilliseconds(text);
  if (!(milliseconds > 0 && milliseconds < 253_402_300_800_000)) return null;
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

function inMilliseconds(text: string): number {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * (Number(text) > 1e11 ? 1 : 1000);
  const [, day = '', minute = '', second = ':00', zone = 'Z'] = iso.exec(text) ?? [];
  if (isCalendarDate(day)) {
    const offset = /\d/.test(zone) ? zone.replace(/^(...):?/, '$1:') : 'Z';
    return Date.parse(`${day}T${minute}${second}${offset}`);
  }
  const [found = ''] = mail.exec(text) ?? [];
  if (found === '') return Number.NaN;
  return Date.parse(/ (?:[+-]\d{4}|[A-Z]{1,4})$/.test(found) ? found : `${found} +0000`);
}
