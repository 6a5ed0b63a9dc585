import { essayAddress } from './address.ts';

/** An essay in one of its languages. */
export interface LanguageVersion {
  /** BCP 47 tag. */
  language: string;
  address: `/${string}/`;
}

/** The name of a language in that language: “Deutsch”; the tag where it has no name. @param language BCP 47 tag */
export function nameInItself(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(language));
}

/** A text in one language: an essay, or a translation with the slug of that and the language. */
interface InLanguage {
  slug: string;
  metadata: { language: string };
}

/** An essay in all its languages, itself first; none where there is only one. @param translations of any essays */
export function languageVersions<Translation extends InLanguage & { original: string }>(
  essay: InLanguage,
  translations: readonly Translation[],
): LanguageVersion[] {
  const own = translations.filter(({ original }) => original === essay.slug);
  if (own.length === 0) return [];
  return [essay, ...own].map(({ slug, metadata: { language } }) => ({
    language,
    address: essayAddress(slug),
  }));
}
