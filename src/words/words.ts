import { join } from 'node:path';
import { type CalendarDate, dateInWords, dayInWords, yearInWords } from '../document/calendar-date.ts';
import { placeholdersIn } from '../document/fill-template.ts';
import { localeFor } from '../document/locale.ts';
import { perLanguage } from '../document/per-language.ts';
import { isCountedByCharacter, readingMinutes } from '../document/reading-time.ts';
import { contentFolder, root } from '../paths.ts';
import { site } from '../site.ts';
import { formatText, type PluralForms } from './format-text.ts';
import { en } from './languages/en.ts';
import { type Languages, loadLanguages, loadOwnWords } from './load-words.ts';
import { pluralRules } from './plural-rules.ts';
import { overlayTexts, type Words } from './texts.ts';

const languages = await loadLanguages(join(root, 'src/words/languages'));
const own = await loadOwnWords(join(contentFolder, 'words.ts'));

/** BCP 47 tag by which the interface writes dates, numbers and lists. */
export const locale: string = localeFor(site.language, site);

const localeIn = perLanguage((language) => localeFor(language, site));

/** The texts of the interface in the site's language. */
export const words: Words = wordsFor(site.language);

/**
 * The texts of the interface in a language: those of `content/words.ts` before those that come with the site, those
 * of a region (`de-AT`) before those of its language (`de`), and English for every text that is in neither.
 */
export function wordsFor(language: string): Words {
  return mergedWords(language, languages, own);
}

/**
 * The language of what the interface says inside of a text: that of the text where the interface exists in it, else
 * that of the site.
 */
export function languageIn(textLanguage: string): string {
  const { language } = new Intl.Locale(textLanguage);
  const isKnown = ['en', ...languages.keys(), ...own.keys()].some(
    (tag) => new Intl.Locale(tag).language === language,
  );
  return isKnown ? textLanguage : site.language;
}

/** What the interface says inside of a text, in its `languageIn`. @param textLanguage BCP 47 tag of the text */
export function wordsIn(textLanguage: string): Words {
  return madeWords(languageIn(textLanguage));
}

const madeWords = perLanguage(wordsFor);

/** As `wordsFor`, from languages that are given. */
export function mergedWords(language: string, shipped: Languages, written: Languages): Words {
  const merged: Words = structuredClone<Words>(en);
  const subtags = new Intl.Locale(language).toString().split('-');
  const tags = subtags.map((_, index) => subtags.slice(0, index + 1).join('-'));
  for (const tag of new Set(['en', ...tags]))
    for (const texts of [shipped.get(tag), written.get(tag)]) if (texts) overlayTexts(merged, texts);
  return merged;
}

/**
 * A text of the interface with its values; see `formatText`.
 * @param language of the text
 * @throws Error where a placeholder has no value
 */
export function format(
  text: string | PluralForms,
  values: Readonly<Record<string, string | number>>,
  language: string = site.language,
): string {
  const missing = placeholdersIn(typeof text === 'string' ? text : text.other).find(
    (name) => !(name in values),
  );
  if (missing) throw new Error(`No value for {${missing}} in ${JSON.stringify(text)}`);
  return formatText(text, values, localeIn(language), pluralRules);
}

/** A date in words. @param language of the text that has it */
export function formatDate(date: CalendarDate, language: string = site.language): string {
  return dateInWords(date, localeIn(language));
}

/** A date in words without its year, where the year is said beside it. @param language of the text that has it */
export function formatDay(date: CalendarDate, language: string = site.language): string {
  return dayInWords(date, localeIn(language));
}

/** A year as dates in the language of the site have it. */
export function formatYear(year: string): string {
  return yearInWords(year, localeIn(site.language));
}

/** How long a text is, in its `languageIn`. @param count as by `countWords` @param textLanguage BCP 47 tag of the text */
export function formatReadingTime(count: number, textLanguage: string): string {
  const own = wordsIn(textLanguage);
  const language = languageIn(textLanguage);
  const counted = (text: PluralForms, number: number) => format(text, { count: number }, language);
  return format(own.readingTime, {
    words: counted(isCountedByCharacter(textLanguage) ? own.characterCount : own.wordCount, count),
    minutes: counted(own.minutes, readingMinutes(count, textLanguage)),
  });
}

/** Names in a sentence: “A, B and C”. @param language of the text that has them */
export function formatList(names: readonly string[], language: string = site.language): string {
  return new Intl.ListFormat(localeIn(language)).format(names);
}
