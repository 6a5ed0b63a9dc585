import { z } from 'zod';

/** A non-empty text on one line. @param longest the most characters it may have */
export const oneLine = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'is empty; write at least a word')
    .max(longest, `is too long; ${longest} characters are the most`)
    .refine((text) => !text.includes('\n'), 'has a line break; it must stand on one line');

/** A BCP 47 language tag. */
export const language = z.string().refine((tag) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}, 'is not a language tag; right is a tag such as en, de or pt-BR');
