import type { PluralForms } from './format-text.ts';
import type { en } from './languages/en.ts';

/** Texts by their keys, in groups. Plural forms are a group as well. */
export interface TextTree {
  [key: string]: string | TextTree;
}

type Texts<English> = English extends string
  ? string
  : English extends { other: string }
    ? PluralForms
    : { readonly [Key in keyof English]: Texts<English[Key]> };

type SomeTexts<English> = English extends string
  ? string
  : English extends { other: string }
    ? PluralForms | string
    : { readonly [Key in keyof English]?: SomeTexts<English[Key]> };

/** Every text of the interface, in one language. */
export type Words = Texts<typeof en>;

/** Some texts of the interface, in one language; the others stay as they are. */
export type SomeWords = SomeTexts<typeof en>;

/** What `content/words.ts` exports as `words`: texts by language, as BCP 47 tag. */
export type WordsByLanguage = Readonly<Record<string, SomeWords>>;

const categories: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Whether a group holds the plural forms of one text. */
export function isPlural(texts: TextTree): texts is { other: string } {
  return typeof texts['other'] === 'string' && Object.keys(texts).every((key) => categories.includes(key));
}

/** Puts texts over those of the same keys; the plural forms of one text only together. */
export function overlayTexts(below: TextTree, above: TextTree): void {
  for (const [key, text] of Object.entries(above)) {
    const old = below[key];
    if (typeof text === 'string' || typeof old !== 'object' || isPlural(text)) below[key] = text;
    else overlayTexts(old, text);
  }
}
