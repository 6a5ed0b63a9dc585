import { z } from 'zod';
import { language as languageTag } from '../document/fields.ts';
import { otherFieldNames } from '../document/other-field-names.ts';
import { dayOf } from './calendar-day.ts';
import type { PostFields } from './post.ts';

/** Our fields made from another site's, and what they did not use. */
export interface FieldsRead {
  fields: PostFields;
  /** Names of fields that say something for which we have no field, with what they say. */
  unused: [name: string, value: string][];
  /** Addresses that the fields name: `aliases`, `redirect_from`. */
  addresses: string[];
}

/** Fields that say how another program makes or finds its page, and nothing that a reader sees. */
const technical =
  /^(?:layout|type|slug|permalink|url|path|id|uuid|guid|draft|published|status|weight|order|toc|comments?|aliases|redirect_from|redirects?|sitemap|math|katex|mathjax|mermaid|pin|top|sticky|featured|index|noindex|cssclass(?:es)?|publish|posttype|template|outline|catalog|published_?at|eleventy.*|eleventyNavigation|header-style|header-mask|header-bg-css|no-catalog|disqus.*|(?:w?p|wordpress)_id|dsq_thread_id|hidden|isCJKLanguage|markup|filters|sidebar|search|share.*|mathjax2?|latex|plotly)$/i;

/**
 * Maps the fields between the `---` lines of another program to ours.
 * @param spaces true where tags in one text are separated by spaces, as Jekyll does
 */
export function postFields(raw: Readonly<Record<string, unknown>>, spaces = false): FieldsRead {
  const used = new Set<string>();
  /** The value of the first name that `read` understands. */
  const first = <Value>(names: readonly string[], read: (value: unknown) => Value | null): Value | null => {
    for (const name of names) {
      const key = Object.keys(raw).find((one) => one.toLowerCase() === name.toLowerCase());
      const value = key === undefined ? null : read(raw[key]);
      if (key === undefined || value === null) continue;
      used.add(key);
      return value;
    }
    return null;
  };
  const title = first(otherFieldNames.title, lineOf) ?? '';
  const subtitle = first(otherFieldNames.subtitle, lineOf);
  const description = first(otherFieldNames.description, lineOf);
  const published = first(otherFieldNames.published, dayOf);
  const updated = first(otherFieldNames.updated, dayOf);
  const language = first(otherFieldNames.language, tagOf);
  const canonical = first(otherFieldNames.canonical, httpsOf);
  const licence = first(otherFieldNames.licence, lineOf);
  const topics = otherFieldNames.topics.flatMap(
    (name) => first([name], (value) => namesIn(value, spaces)) ?? [],
  );
  const fields: PostFields = {
    title: cut(title, 160),
    ...(subtitle === null ? {} : { subtitle: cut(subtitle, 200) }),
    description: description === null ? null : cut(description, 300),
    published,
    ...(updated !== null && published !== null && updated > published ? { updated } : {}),
    authors: (first(otherFieldNames.authors, (value) => namesIn(value, false)) ?? []).map((name) =>
      cut(name, 120),
    ),
    topics: [...new Set(topics.map((topic) => cut(topic, 60)))],
    draft: isDraft(raw),
    ...(language === null ? {} : { language }),
    ...(canonical === null ? {} : { canonical }),
    ...(licence === null ? {} : { licence: cut(licence, 120) }),
  };
  const unused = Object.entries(raw).flatMap(([name, value]): [string, string][] => {
    if (
      used.has(name) ||
      technical.test(name) ||
      value === undefined ||
      value === null ||
      value === '' ||
      value === false
    )
      return [];
    if (Array.isArray(value) && value.length === 0) return [];
    if (isAnother(name)) return [];
    return [[name, cut(typeof value === 'string' ? value : JSON.stringify(value), 200)]];
  });
  return { fields, unused, addresses: addressesOf(raw) };

  /** A second name of a field of ours that says the same day or is empty. */
  function isAnother(name: string): boolean {
    return [...otherFieldNames.updated, ...otherFieldNames.published].some(
      (one) => one.toLowerCase() === name.toLowerCase(),
    );
  }
}

function isDraft(raw: Readonly<Record<string, unknown>>): boolean {
  const { draft, published, status, publish, hidden, private: isPrivate } = raw;
  return (
    draft === true ||
    draft === 'true' ||
    [published, publish].some((value) => value === false || value === 'false') ||
    [hidden, isPrivate].some((value) => value === true || value === 'true') ||
    (typeof status === 'string' && /^(?:draft|private|pending|future|trash)$/i.test(status))
  );
}

function addressesOf(raw: Readonly<Record<string, unknown>>): string[] {
  const named = otherFieldNames.aliases.flatMap((name) => namesIn(raw[name], false) ?? []);
  return named.filter((address) => address.includes('/'));
}

/** A text on one line, or null. */
function lineOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const line = String(value).replaceAll(/\s+/g, ' ').trim();
  return line === '' ? null : line;
}

/** Names in a list, in a text with commas, or of objects with a `name`. */
export function namesIn(value: unknown, spaces: boolean): string[] | null {
  if (typeof value === 'string') {
    const inBrackets = value.trim().replace(/^\[(.*)\]$/, '$1');
    const parts = inBrackets.split(spaces && !inBrackets.includes(',') ? /\s+/ : /\s*[,，、]\s*/);
    const names = parts.map((part) => part.trim()).filter((part) => part !== '');
    return names.length === 0 ? null : names;
  }
  if (Array.isArray(value)) {
    const names = value.flatMap((one) => nameOf(one) ?? []);
    return names.length === 0 ? null : names;
  }
  const name = nameOf(value);
  return name === null ? null : [name];
}

const named = z.object({ name: z.string() });

function nameOf(value: unknown): string | null {
  const object = named.safeParse(value);
  return lineOf(object.success ? object.data.name : value);
}

function tagOf(value: unknown): string | null {
  const tag = languageTag.safeParse(typeof value === 'string' ? value.replace('_', '-') : value);
  return tag.success ? tag.data : null;
}

function httpsOf(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  return new URL(value).protocol === 'https:' ? value : null;
}

/** At most so many characters, ending with a whole word where there are words. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text
    .slice(0, most - 1)
    .toWellFormed()
    .replaceAll('\uFFFD', '');
  const words = start.replace(/\s+\S*$/, '');
  return `${words.length > most / 2 ? words : start}…`;
}
