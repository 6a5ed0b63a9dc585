const made = new Map<string, Intl.PluralRules>();

/**
 * The rules for plurals of a locale, made once: in a build, making them costs more than the texts that need them.
 * @param locale BCP 47 tag
 */
export function pluralRules(locale: string): Intl.PluralRules {
  const rules = made.get(locale) ?? new Intl.PluralRules(locale);
  made.set(locale, rules);
  return rules;
}
