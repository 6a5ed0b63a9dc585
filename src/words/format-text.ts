import { fillTemplate } from '../document/fill-template.ts';

/** One form of a text for each plural category that its language has; `other` serves where one is missing. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

const rules = new Map<string, Intl.PluralRules>(); // making one costs more than a hundred texts

/**
 * A text with values for its placeholders; of several plural forms, the one for the number `count`.
 * Part of the search's script: every byte is sent to readers.
 * @param locale BCP 47 tag by which numbers are written and plural forms are chosen
 */
export function formatText(
  text: string | PluralForms,
  values: Readonly<Record<string, string | number>>,
  locale: string,
): string {
  if (typeof text === 'string') return fillTemplate(text, values, locale);
  const rule = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, rule);
  return fillTemplate(text[rule.select(Number(values['count']))] ?? text.other, values, locale);
}
