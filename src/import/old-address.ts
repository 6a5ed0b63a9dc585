import type { CalendarDate } from '../document/calendar-date.ts';
import { decodedComponent } from '../document/decoded.ts';

/** What an address of another program is made of. */
export interface AddressParts {
  published: CalendarDate | null;
  /** The name of its file without the day, or its `slug`. */
  slug: string;
  title: string;
  categories: readonly string[];
  /** Its folders below the folder of all texts. */
  sections: readonly string[];
}

/**
 * The address that a pattern gives, such as `/:year/:month/:title/`; null where the text lacks a part of it, or where
 * the pattern has a part that is not known.
 */
export function oldAddress(pattern: string, parts: AddressParts): string | null {
  const [year = '', month = '', day = ''] = parts.published?.split('-') ?? [];
  const values: Record<string, string> = {
    year,
    month,
    day,
    i_month: month.replace(/^0/, ''),
    i_day: day.replace(/^0/, ''),
    short_year: year.slice(2),
    title: parts.slug,
    slug: parts.slug,
    filename: parts.slug,
    contentbasename: parts.slug,
    slugorfilename: parts.slug,
    slugorcontentbasename: parts.slug,
    name: parts.slug,
    post_title: parts.slug,
    categories: parts.categories.map(addressPart).join('/'),
    category: addressPart(parts.categories[0] ?? ''),
    section: parts.sections[0] ?? '',
    sections: parts.sections.join('/'),
    output_ext: '.html',
  };
  const optional = new Set(['categories', 'category', 'section', 'sections']);
  let isKnown = true;
  const filled = pattern.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = values[name.toLowerCase()];
    if (value === undefined || (value === '' && !optional.has(name))) isKnown = false;
    return value ?? '';
  });
  return isKnown && filled !== '' ? `/${filled}`.replaceAll(/\/{2,}/g, '/') : null;
}

function addressPart(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, '-');
}

/**
 * One spelling for all spellings of an address inside a site, for a comparison: decoded, without query, fragment,
 * `index.html` or a slash at its end.
 */
export function comparable(address: string): string {
  const [path = ''] = address.split(/[?#]/);
  return decodedComponent(path)
    .normalize('NFC')
    .replace(/(?:^|\/)index\.html?$/, '/')
    .replace(/\.html?$/, '')
    .replace(/\/+$/, '')
    .replace(/^\/*/, '/');
}
