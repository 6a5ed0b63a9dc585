import type { Cache } from '../cache/cache.ts';
import { type CachedFiles, cachedFiles } from '../cache/cached-files.ts';
import { codeVersion, keyOf } from '../cache/key.ts';
import type { Frontmatter, PageMetadata } from '../document/frontmatter.ts';
import { type LanguageVersion, languageVersions } from '../document/language-version.ts';
import type { MadeFile } from '../document/made-file.ts';
import { essayFiles, siteFiles, translationFiles } from '../outputs/outputs.ts';
import { root } from '../paths.ts';
import { site } from '../site.ts';
import type { CompiledTranslation } from './compile-translations.ts';
import { essayCitations } from './essay-citations.ts';
import { pictureFiles, portablePictures } from './portable-pictures.ts';
import type { CompiledText } from './text-compiler.ts';

/** Sources that decide what the forms are. A document's key stands for the configuration and the interface texts. */
const formCode = [
  'src/outputs',
  'src/document',
  'src/words',
  'src/site.ts',
  'src/library/site-forms.ts',
  'src/library/portable-pictures.ts',
  'package-lock.json',
];

/**
 * Makes the forms of the site beside its pages, and takes what did not change since the last build from the cache.
 * @param essays the published ones, newest first
 * @param pages those of the site itself
 * @param translations of those essays
 * @param firstSlugs the slug under which an essay was first published, where it is another now
 */
export async function siteForms(
  cache: Cache,
  essays: readonly CompiledText<Frontmatter>[],
  pages: readonly CompiledText<PageMetadata>[],
  firstSlugs: ReadonlyMap<string, string>,
  translations: readonly CompiledTranslation[] = [],
): Promise<MadeFile[]> {
  const version = keyOf(codeVersion(root, formCode), JSON.stringify(site));
  const kept = {
    essays: cachedFiles(cache, 'essay-forms'),
    translations: cachedFiles(cache, 'translation-forms'),
    site: cachedFiles(cache, 'site-forms'),
  };
  const keys: string[] = [];
  const ofEssays: MadeFile[] = [];
  const published = essays.map((essay) => ({
    ...essay,
    firstSlug: firstSlugs.get(essay.slug),
  }));
  const versions = new Map(essays.map((essay) => [essay.slug, languageVersions(essay, translations)]));
  for (const essay of published) {
    const { key, files } = await formsOf(essay, kept.essays, essayFiles, versions.get(essay.slug) ?? []);
    keys.push(key);
    ofEssays.push(...files);
  }
  const ofTranslations: MadeFile[] = [];
  for (const essay of translations) {
    const all = versions.get(essay.original) ?? [];
    ofTranslations.push(...(await formsOf(essay, kept.translations, translationFiles, all)).files);
  }
  const pageKeys = pages.flatMap(({ slug, metadata }) => [slug, JSON.stringify(metadata)]);
  const translationKeys = translations.map(({ key }) => key);
  const key = keyOf(version, `${keys.length}`, ...keys, ...pageKeys, ...translationKeys);
  const byPath = new Map(ofEssays.map((file) => [file.path, file]));
  const contentOf = (path: string) => {
    const file = byPath.get(path);
    if (!file) throw new Error(`No output has made ${path}.`);
    return file.content;
  };
  const ofSite = await kept.site.files(key, () =>
    siteFiles({ site, essays: published, pages, translations, file: contentOf }),
  );
  for (const forms of Object.values(kept)) forms.close();
  return [...ofEssays, ...ofTranslations, ...ofSite];

  async function formsOf(
    essay: CompiledText<Frontmatter> & { firstSlug?: string | undefined },
    kept: CachedFiles,
    make: typeof essayFiles,
    versions: readonly LanguageVersion[],
  ): Promise<{ key: string; files: MadeFile[] }> {
    const pictures = pictureFiles(essay.slug, essay.path, essay.pictures);
    const key = keyOf(
      version,
      essay.key,
      essay.firstSlug ?? '',
      JSON.stringify(versions),
      ...pictures.flatMap(({ path, bytes }) => [path, bytes]),
    );
    const files = await kept.files(key, async () =>
      make({ site, essay, versions, pictures: await portablePictures(pictures, cache) }),
    );
    await essayCitations(cache, essay.key, async () => essay); // for its page, which finds them in the cache
    return { key, files };
  }
}
