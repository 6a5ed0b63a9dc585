import { z } from 'zod';
import { invisibleControl } from './invisible-control.ts';

const visible = /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/** A non-empty text on one line. @param longest the most characters it may have */
export const oneLine = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .refine((text) => text.trim() === '' || visible.test(text), 'must have a sign that can be seen')
    .refine(
      (text) => !invisibleControl.test(text),
      'must have no control characters, and none that change the direction of writing',
    )
    .max(longest, `must have at most ${longest} characters`)
    .refine((text) => !/[\n\u2028\u2029]/.test(text), 'must be on one line')
    .refine((text) => text.isWellFormed(), 'must have no half of a character, such as \\uD83D');

/** A BCP 47 language tag, in its canonical form: `pt-br` is `pt-BR`. */
export const language = z
  .string()
  .refine((tag) => canonicalTag(tag) !== null, {
    error: 'must be a language tag such as en, de or pt-BR',
    abort: true,
  })
  .overwrite((tag) => canonicalTag(tag) ?? tag);

/** Null for what is no language tag. A language has two or three letters: `english` has none that a browser knows. */
export function canonicalTag(tag: string): string | null {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
