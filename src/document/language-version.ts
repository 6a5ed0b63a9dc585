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
