/**
 * The language of a text as Open Graph writes it, `en_GB`; null where no region is known, because the format has none
 * without.
 * @param language BCP 47 tag of the text
 * @param locale that of the site, whose region counts for texts in its language
 */
export function openGraphLocale(language: string, locale: string): string | null {
  const own = new Intl.Locale(language);
  const ofSite = new Intl.Locale(locale);
  const region = own.region ?? (own.language === ofSite.language ? ofSite.region : undefined);
  return region === undefined ? null : `${own.language}_${region}`;
}
