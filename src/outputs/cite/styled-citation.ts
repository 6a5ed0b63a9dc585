import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { Citation } from './citation.ts';
import { cslStyles } from './csl-styles.ts';
import type { PersonName } from './person-name.ts';

/** A citation as a line of plain text in each style. */
export interface StyledCitation {
  /** What it cites. */
  title: string;
  address: string;
  version: string;
  apa: string;
  chicago: string;
  mla: string;
}

const { styles, locales } = plugins.config.get('@csl');
for (const [name, csl] of Object.entries(cslStyles)) styles.add(`stet-${name}`, csl);

/**
 * An essay and its sections in each style. The engine takes milliseconds for a line, and the lines of sections differ in
 * their titles and addresses only: it makes them once, and the titles that it would not change are put in.
 */
export function styledCitations([whole, ...sections]: readonly [Citation, ...Citation[]]): StyledCitation[] {
  const [first] = sections;
  const pattern = first && styledCitation({ ...first, title: titleHere, URL: addressHere });
  return [
    styledCitation(whole),
    ...sections.map((section) =>
      pattern && isPlain.test(section.title) ? filled(pattern, section) : styledCitation(section),
    ),
  ];
}

const titleHere = '\ue001';
const addressHere = 'https://address.invalid/';

/** Titles in which the engine turns no quotation mark, and after which it leaves out no full stop. */
const isPlain = /^[\p{L}\p{M}\p{N} ,:;()–—’-]*[\p{L}\p{M}\p{N}]$/u;

function filled(pattern: StyledCitation, { title, URL: address, version }: Citation): StyledCitation {
  const line = (text: string) =>
    text.replaceAll(titleHere, () => title).replaceAll(addressHere, () => address);
  return {
    title,
    address,
    version,
    apa: line(pattern.apa),
    chicago: line(pattern.chicago),
    mla: line(pattern.mla),
  };
}

export function styledCitation(citation: Citation): StyledCitation {
  const work = new Cite([withoutMarkup(citation)], { generateGraph: false });
  const lang = localeOf(citation.language);
  const line = (template: string) =>
    work
      .format('bibliography', { template, lang, format: 'text' })
      .replaceAll(lessThan, '<')
      .replaceAll(harmless, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  return {
    title: citation.title,
    address: citation.URL,
    version: citation.version,
    apa: line('stet-apa'),
    chicago: line('stet-chicago'),
    mla: line('stet-mla'),
  };
}

/** Stands for `<` in the engine, which takes `<b>` in a title for markup. From the range for private use. */
const lessThan = '\ue03c';

/** Before a text that is the name of a property of every object, which the engine would find in its tables. */
const harmless = '\ue03d';
const guarded = (text: string): string => (text.trim().toLowerCase() in {} ? harmless + text : text);

function withoutMarkup(citation: Citation): Citation {
  return {
    ...citation,
    title: guarded(citation.title.replaceAll('<', lessThan)),
    ...(citation.author && { author: citation.author.map(guardedName) }),
    'container-title': citation['container-title'].replaceAll('<', lessThan),
  };
}

function guardedName(name: PersonName): PersonName {
  return 'literal' in name
    ? { literal: guarded(name.literal) }
    : { ...name, family: guarded(name.family), given: guarded(name.given) };
}

/** The locale of the engine for a language; English, where it has none. */
function localeOf(language: string): string {
  const spoken = new Intl.Locale(language).language;
  return locales.list().find((tag) => new Intl.Locale(tag).language === spoken) ?? 'en-US';
}
