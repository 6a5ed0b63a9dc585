import { decodedComponent } from '../document/decoded.ts';
import { slugError } from '../document/slug.ts';

/** Letters of Latin scripts that no decomposition turns into ASCII. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};

/**
 * A slug for a text: its old name where that has letters of ASCII, otherwise the day on which it was published.
 * @param taken slugs of other texts; the new one is added to them
 */
export function slugFor(name: string, published: string | null, taken: Set<string>): string {
  const plain = asciiOf(name);
  const hasLostLetters = /[^\p{ASCII}\p{Script=Latin}\p{M}\p{P}\p{S}\p{Z}]/u.test(name);
  const isTelling = plain !== '' && (!hasLostLetters || (plain.length > 7 && /[a-z].*[a-z]/.test(plain)));
  const base = isTelling ? plain : [published ?? 'essay', plain].filter((part) => part !== '').join('-');
  const free = (slug: string) => slugError(slug) === null && !taken.has(slug);
  let slug = base.slice(0, 80).replace(/-+$/, '');
  if (slugError(slug) !== null) slug = `essay-${slug}`.slice(0, 80).replace(/-+$/, '');
  for (let number = 2; !free(slug); number += 1) slug = `${base.slice(0, 74).replace(/-+$/, '')}-${number}`;
  taken.add(slug);
  return slug;
}

function asciiOf(name: string): string {
  const decoded = /%[0-9a-f]{2}/i.test(name) ? decodedComponent(name) : name;
  return decoded
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæœøđðłþıħ]/g, (letter) => letters[letter] ?? '')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
