/** The marks that a language sets for the straight ones of a typewriter. */
export interface QuotationMarks {
  /** Around what stands in `"…"`. */
  double: readonly [open: string, close: string];
  /** Around what stands in `'…'`. */
  single: readonly [open: string, close: string];
}

const english: QuotationMarks = { double: ['“', '”'], single: ['‘', '’'] };
const german: QuotationMarks = { double: ['„', '“'], single: ['‚', '‘'] };
const swiss: QuotationMarks = { double: ['«', '»'], single: ['‹', '›'] };
const french: QuotationMarks = { double: ['«\u202f', '\u202f»'], single: ['“', '”'] };
const southern: QuotationMarks = { double: ['«', '»'], single: ['“', '”'] };
const nordic: QuotationMarks = { double: ['”', '”'], single: ['’', '’'] };
const russian: QuotationMarks = { double: ['«', '»'], single: ['„', '“'] };

/**
 * By language, or by language and region. They follow the Unicode CLDR (`delimiters`) but for the inner marks of
 * French, which are curly, and for Arabic, whose books have « ». Chinese, Japanese and Korean keep the curly marks of
 * the CLDR's root: 「」 is only where a writer writes it. A language that is not here sets them as English does.
 */
const byLanguage: Readonly<Record<string, QuotationMarks>> = {
  ar: southern,
  be: russian,
  bg: german,
  ca: southern,
  cs: german,
  de: german,
  'de-CH': swiss,
  'de-LI': swiss,
  el: southern,
  es: southern,
  et: german,
  fa: swiss,
  fi: nordic,
  fr: french,
  gl: southern,
  he: nordic,
  hr: { double: ['„', '”'], single: ['‚', '’'] },
  hu: { double: ['„', '”'], single: ['»', '«'] },
  hy: russian,
  is: german,
  it: southern,
  lt: german,
  nb: { double: ['«', '»'], single: ['‘', '’'] },
  nn: { double: ['«', '»'], single: ['‘', '’'] },
  no: { double: ['«', '»'], single: ['‘', '’'] },
  pl: { double: ['„', '”'], single: ['«', '»'] },
  'pt-PT': southern,
  ro: { double: ['„', '”'], single: ['«', '»'] },
  ru: russian,
  sk: german,
  sl: german,
  sv: nordic,
  uk: russian,
};

/** Languages in which a dash between words is as short as that of `1914–1918`, with a space on each side. */
const shortDash = new Set('bg cs da de et fi hr hu is lt lv mk nb nl nn no pl ro sk sl sr sv tr'.split(' '));

/** Whether `--` is the short dash of a language (–), not the long one (—). @param tag BCP 47 tag of a text */
export function hasShortDash(tag: string): boolean {
  return shortDash.has(new Intl.Locale(tag).language);
}

/** Spanish of the Americas has the marks of English. */
const spain = new Set(['ES', 'EA', 'IC', 'GQ', undefined]);

/** @param tag BCP 47 tag of a text */
export function quotationMarks(tag: string): QuotationMarks {
  const { language, region } = new Intl.Locale(tag);
  if (language === 'es' && !spain.has(region)) return english;
  return byLanguage[`${language}-${region}`] ?? byLanguage[language] ?? english;
}
