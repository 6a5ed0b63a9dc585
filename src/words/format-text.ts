import { fillTemplate } from '../document/fill-template.ts';

/** One form of a text for each plural category that its language has; `other` serves where one is missing. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/**
 * A text with values for its placeholders; of several plural forms, the one for the number `count`.
 * Part of the search's script: every byte is sent to readers.
 * @param locale BCP 47 tag by which numbers are written and plural forms are chosen
 * @param rulesFor the rules for plurals of a locale
 */
export function formatText(
  text: string | PluralForms,
  values: Readonly<Record<string, string | number>>,
  locale: string,
  rulesFor = (tag: string) => new Intl.PluralRules(tag),
): string {
  const form = () => rulesFor(locale).select(Number(values['count']));
  return fillTemplate(typeof text === 'string' ? text : (text[form()] ?? text.other), values, locale);
}
