import type { BlogPosting } from 'schema-dts';
import { absoluteAddress, essayAddress } from '../../document/address.ts';
import type { LanguageVersion } from '../../document/language-version.ts';

/**
 * What an essay and its translations say of one another; nothing for an essay in one language.
 * @param slug of the essay, or of the translation
 * @param versions in all languages, the essay first
 * @param base the site's `url`
 */
export function inLanguages(
  slug: string,
  versions: readonly LanguageVersion[],
  base: string,
): Pick<BlogPosting, 'inLanguage' | 'workTranslation' | 'translationOfWork'> {
  const work = ({ language, address }: LanguageVersion) =>
    ({ '@type': 'BlogPosting', '@id': absoluteAddress(address, base), inLanguage: language }) as const;
  const [original, ...translations] = versions;
  const own = versions.find(({ address }) => address === essayAddress(slug));
  if (!original || !own) return {};
  return own === original
    ? { inLanguage: own.language, workTranslation: translations.map(work) }
    : { inLanguage: own.language, translationOfWork: work(original) };
}
