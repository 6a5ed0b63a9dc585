/**
 * The BCP 47 tag by which dates, numbers and lists are written in a text: the site's `locale` for texts in that
 * language which name no region of their own, otherwise the text's language.
 */
export function localeFor(language: string, { locale }: { locale?: string | undefined }): string {
  if (locale === undefined) return language;
  const text = new Intl.Locale(language);
  return text.region === undefined && text.language === new Intl.Locale(locale).language ? locale : language;
}
