import type { FormerAddress } from '../anchors/former-address.ts';
import { essayAddress, fragmentAddress } from '../document/address.ts';
import { translationSlug } from '../document/slug.ts';
import type { CompiledTranslation } from './compile-translations.ts';

/**
 * The former addresses of translations: those of their essays, with the language. A fragment leads to the same paragraph in
 * the same language.
 */
export function formerTranslations(
  formerAddresses: readonly FormerAddress[],
  translations: readonly CompiledTranslation[],
): FormerAddress[] {
  const byEssay = Map.groupBy(translations, ({ original }) => original);
  return formerAddresses.flatMap(({ slug, essay, why, fragments }) =>
    (byEssay.get(essay?.slug ?? '') ?? []).map(({ slug: now, original, metadata, blocks }): FormerAddress => {
      const { title, description, language, canonical } = metadata;
      const inEssay = `${essayAddress(original)}#`;
      const known = new Set(fragments.map(({ id }) => id));
      const own = blocks.filter(({ id }) => !known.has(id));
      return {
        slug: translationSlug(slug, language),
        title,
        essay: { slug: now, title, description, language, canonical },
        why,
        fragments: [
          ...fragments
            .filter(({ id }) => !id.startsWith('comment-')) // a translation shows none
            .map((one) =>
              one.to?.startsWith(inEssay) ? { ...one, to: fragmentAddress(essayAddress(now), one.id) } : one,
            ),
          ...own.map(({ id, text }) => ({
            id,
            text: text.slice(0, 72),
            to: fragmentAddress(essayAddress(now), id),
          })),
        ],
      };
    }),
  );
}
