import type { Cache } from '../cache/cache.ts';
import type { CalendarDate } from '../document/calendar-date.ts';
import { commentStatus } from '../document/comment-status.ts';
import type { Essay } from '../document/essay.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import { type MadeFile, movedFile } from '../document/made-file.ts';
import { earlyFiles } from '../search/build/search-files.ts';
import { site } from '../site.ts';
import { format, words } from '../words/words.ts';
import { currentEssay, type Library } from './compile-library.ts';
import { filesBesideTexts } from './files-beside-texts.ts';
import { formerTranslations } from './former-translations.ts';
import { mentionsByEssay } from './mentions.ts';
import type { SiteData, StoredText } from './site-data.ts';
import { siteForms } from './site-forms.ts';
import { noHistory, type SiteHistory } from './site-history.ts';
import { siteSearch } from './site-search.ts';
import type { CompiledText } from './text-compiler.ts';

/** The search of this site. */
export function searchOf(cache: Cache) {
  const commentTitle = (name: string) => format(words.comments.found, { name });
  return siteSearch({
    cache,
    language: site.language,
    introduction: words.search.introduction,
    commentTitle: site.comments?.search ? commentTitle : null,
  });
}

/** Files of the site that are no pages: the search and the other forms in which it is published. */
export async function filesBesidePages(
  cache: Cache,
  library: Library,
  search: ReturnType<typeof searchOf>,
  { withDrafts = false } = {},
): Promise<MadeFile[]> {
  const { essays, pages, translations, ledgers } = library;
  const published = essays.filter(({ metadata }) => withDrafts || !metadata.draft);
  const firstSlugs = new Map(
    ledgers.current.flatMap(({ source, resolution: { ledger } }): [string, string][] => {
      const [first] = ledger.previousSlugs;
      return first === undefined ? [] : [[source.slug, first]];
    }),
  );
  const shown = translations.filter(({ metadata }) => withDrafts || !metadata.draft);
  const index = await search.files([...published, ...shown]);
  return [
    ...index.map((file) => movedFile(file, `pagefind/${file.path}`)),
    ...(await siteForms(cache, published, pages, firstSlugs, shown)),
    ...filesBesideTexts(library, { withDrafts }),
  ];
}

/**
 * What the pages show.
 * @param files paths of the files beside the pages
 * @param day on which the site is made, where that matters
 * @param history of the essays; the writing server reads it when the pages are there
 */
export function siteDataOf(
  library: Library,
  search: ReturnType<typeof searchOf>,
  files: readonly string[],
  day: CalendarDate | null,
  cache: Cache,
  history: SiteHistory = noHistory,
): SiteData {
  const { essays, pages, translations, formerAddresses, ledgers } = library;
  const published = essays.filter(
    ({ metadata }) => !metadata.draft && (day === null || metadata.published <= day),
  );
  const ofSearch = files.flatMap((path) => (path.startsWith('pagefind/') ? [path.slice(9)] : []));
  return {
    essays: essays.map((text) => {
      const { slug } = text;
      const lastChange = history.essays.get(slug)?.last;
      const versions = history.unknown.has(slug) ? 'unknown' : history.essays.get(slug);
      return { ...stored(text, { ...essayData(text, day), lastChange }), history: versions };
    }),
    opening: essays.length === 1 ? openingOf(essays[0]) : null,
    pages: pages.map((text) => stored(text, text.metadata)),
    translations: translations.map((text) => stored(text, essayData(text, day))),
    formerAddresses,
    formerTranslations: formerTranslations({
      ledgers,
      formerAddresses,
      essays: published.map(currentEssay),
      translations,
    }),
    indexOfTerms: search.terms(essays),
    earlySearchFiles: library.essays.length > 0 ? earlyFiles(ofSearch) : [],
    mentions: mentionsByEssay(published, formerAddresses, { cache, base: site.url }),
    unchanged: [],
  };
}

function openingOf(text: CompiledText<Frontmatter> | undefined): string {
  return text?.blocks.find(({ kind }) => kind === 'paragraph')?.text ?? '';
}

function essayData(text: CompiledText<Frontmatter>, day: CalendarDate | null): Essay {
  const { metadata, slug, sections, words, commentCount } = text;
  return {
    ...metadata,
    slug,
    isScheduled: day !== null && metadata.published > day,
    sections,
    words,
    commentStatus: commentStatus(metadata, site.comments, day),
    commentCount,
    hasComments: text.hasComments,
  };
}

function stored<Data>(text: CompiledText<unknown>, data: Data): StoredText<Data> {
  const { slug, path, source, key, components, pictures, problems } = text;
  return {
    id: slug,
    data,
    path,
    source,
    key,
    needsMdx: components.length > 0,
    pictures: [...new Set(pictures.map((picture) => decodeURI(picture.source)))],
    problems,
  };
}
