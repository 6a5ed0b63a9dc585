import { type CollectionEntry, render } from 'astro:content';
import { relative } from 'node:path';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { openCache } from '../cache/cache.ts';
import { parsedJson } from '../cache/cached-json.ts';
import { pagePath } from '../document/address.ts';
import { type Thread, threads } from '../document/comment-threads.ts';
import type { Essay } from '../document/essay.ts';
import type { PageMetadata } from '../document/frontmatter.ts';
import type { LanguageVersion } from '../document/language-version.ts';
import { AuthorError } from '../document/problem.ts';
import type { CommentOrPlace } from '../document/shown-comment.ts';
import type { StyledCitation } from '../outputs/cite/styled-citation.ts';
import { codeInWork } from '../owner-code/code-in-work.ts';
import { astroRoot, cacheFolder, showsDrafts, siteDataFile } from '../paths.ts';
import { essayCitations } from './essay-citations.ts';
import { type EssayPage, essayPages, versionsOfText } from './essay-pages.ts';
import { readSiteData, type SiteData, type StoredText } from './site-data.ts';

/** A page of the site's own: its address is its file's name. */
export interface SitePage extends PageMetadata {
  name: string;
}

/** True where only the writer sees the pages: in `npm run dev`. */
export const isForWriter: boolean = showsDrafts;

/** All essays, newest first. Drafts are among them only while writing (`npm run dev`). */
export function essays(): Essay[] {
  return readSiteData(siteDataFile).essays.map(({ data }) => data);
}

/** The pages in `content/pages`, by name. */
export function sitePages(): SitePage[] {
  return readSiteData(siteDataFile).pages.map(({ id, data }) => ({ ...data, name: id }));
}

/** The translations of all essays. The slug of each is its essay's with the language: `tides/de`. */
export function translations(): Essay[] {
  return readSiteData(siteDataFile).translations.map(({ data }) => data);
}

/** The languages in which an essay can be read, its own first; none where it has no translation. */
export function versionsInLanguages(slug: string): LanguageVersion[] {
  const { essays, translations } = readSiteData(siteDataFile);
  const essay = essays.find(({ id }) => id === slug);
  return essay ? versionsOfText(essay, translations) : [];
}

/** What the pages of essays show, newest first: of those pages that this build has to make. */
export function pagesOfEssays(addressOf: (slug: string) => `/${string}/`): EssayPage[] {
  const data = readSiteData(siteDataFile);
  const unchanged = new Set(data.unchanged);
  return essayPages(data).filter(({ essay }) => !unchanged.has(pagePath(addressOf(essay.slug))));
}

/** What pages show beside texts. */
export function siteData(): Pick<
  SiteData,
  'formerAddresses' | 'formerTranslations' | 'indexOfTerms' | 'earlySearchFiles' | 'opening'
> {
  return readSiteData(siteDataFile);
}

/** The essays that have a page of versions. */
export function essaysWithHistory(): Essay[] {
  return readSiteData(siteDataFile).essays.flatMap(({ data, history }) => (history ? [data] : []));
}

/** The versions of an essay; null where nothing is known of them. */
export function versionsOf(slug: string): { count: number; setting: 'dates' | 'words'; html: string } | null {
  const history = readSiteData(siteDataFile).essays.find(({ id }) => id === slug)?.history;
  if (history === undefined || history === 'unknown') return null;
  const html = openCache(cacheFolder).getKept('history-html', history.key);
  const { versions, setting } = history;
  return { count: versions, setting, html: Buffer.from(html).toString('utf8') };
}

/** The comments on an essay, as threads. */
export function commentsOn(slug: string): Thread<CommentOrPlace>[] {
  const text = readSiteData(siteDataFile).essays.find((one) => one.id === slug);
  if (!text?.data.hasComments) return [];
  const stored = openCache(cacheFolder).getKept('comments', text.key);
  return threads<CommentOrPlace>(parsedJson(stored));
}

/** How to cite an essay or a translation, and then each of its sections. */
export async function citationsOn(slug: string): Promise<StyledCitation[]> {
  const { essays, translations } = readSiteData(siteDataFile);
  const text = [...essays, ...translations].find((one) => one.id === slug);
  if (!text) throw new Error(`There is no essay \`${slug}\`.`);
  const cache = openCache(cacheFolder);
  const part = (kind: string) => parsedJson(cache.getKept(kind, text.key));
  return essayCitations(cache, text.key, async () => ({ ...part('document'), body: () => part('body') }));
}

/**
 * The text of an essay, a page or a translation, as a component.
 * @throws AuthorError where it has a mistake, which only the writing server meets: a build stops before
 */
export async function textOf(
  collection: 'essays' | 'pages' | 'translations',
  id: string,
): Promise<AstroComponentFactory> {
  const texts: readonly StoredText<unknown>[] = readSiteData(siteDataFile)[collection];
  const text = texts.find((one) => one.id === id);
  if (!text) throw new Error(`There is no text \`${id}\` among the ${collection}.`);
  if (text.problems.length > 0) throw new AuthorError(text.problems);
  const entry = {
    id,
    collection,
    data: {},
    filePath: relative(astroRoot, text.path).replaceAll('\\', '/'),
    ...(text.needsMdx ? { deferredRender: true } : { rendered: renderedText(text) }),
  };
  codeInWork.begin(text.path);
  const { Content } = await render(entry as CollectionEntry<'essays'>);
  return Content;
}

/** The HTML is read when its page is made: that of a thousand essays would fill the memory. */
function renderedText({ key, pictures }: StoredText<unknown>) {
  const html = openCache(cacheFolder).getKept('html', key);
  return { html: Buffer.from(html).toString('utf8'), metadata: { imagePaths: pictures } };
}
