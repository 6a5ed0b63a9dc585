import type { MadeFile } from '../document/made-file.ts';
import { cardAndBookAddresses } from './card-and-book-addresses.ts';
import { citationFiles } from './cite/citation-files.ts';
import { commentFeed, essayCommentFeeds } from './comment-feeds.ts';
import { drawings } from './drawings.ts';
import { essayFeeds } from './essay-feeds.ts';
import { feedStyle } from './feed-page.ts';
import { forLanguageModels } from './for-language-models.ts';
import { markdown } from './markdown.ts';
import { openSearch } from './open-search.ts';
import type { EmittedAddress, EssayInput, EssayOutput, Output, Publication } from './output.ts';
import { furtherAddresses, pageAddresses } from './page-addresses.ts';
import { pictures } from './pictures.ts';
import { plainText } from './plain-text.ts';
import { previews } from './previews.ts';
import { redirects } from './redirects.ts';
import { sitemap } from './sitemap.ts';
import { structuredData } from './structured-data/article.ts';

/** Every form in which one essay is published beside its page. */
const essayOutputs: readonly EssayOutput[] = [
  markdown,
  plainText,
  essayCommentFeeds,
  previews, // for links to it
  drawings, // as files, for the forms below
  pictures, // at addresses of their own, for the forms below
  citationFiles,
  structuredData, // for those who follow the link to it; the page has a summary
  redirects, // a page at each of its `aliases`
];

/** The forms of a translation. Its comments are those of its essay. */
const translationOutputs: readonly EssayOutput[] = essayOutputs.filter((one) => one !== essayCommentFeeds);

/** Every form in which the site is published beside its pages. */
const outputs: readonly Output[] = [
  sitemap, // for search engines
  forLanguageModels, // of the Markdown of essays
  essayFeeds,
  commentFeed,
  feedStyle, // for browsers that open one
  openSearch, // lets a browser search the site from its address bar
];

/** Every address of a site, in the order of the lists. */
export const emittedAddresses: readonly EmittedAddress[] = [
  ...pageAddresses,
  ...[...essayOutputs, ...outputs].flatMap(({ addresses }) => addresses),
  ...cardAndBookAddresses,
  ...furtherAddresses,
];

/** The files of all outputs of one essay. */
export async function essayFiles(input: EssayInput): Promise<MadeFile[]> {
  return filesOf(essayOutputs, input);
}

/** The files of all outputs of the translation of an essay. */
export async function translationFiles(input: EssayInput): Promise<MadeFile[]> {
  return filesOf(translationOutputs, input);
}

async function filesOf(outputs: readonly EssayOutput[], input: EssayInput): Promise<MadeFile[]> {
  const files: MadeFile[] = [];
  for (const output of outputs) files.push(...(await output.files(input)));
  return files;
}

/** The files of all outputs of the whole site. */
export async function siteFiles(publication: Publication): Promise<MadeFile[]> {
  const files: MadeFile[] = [];
  for (const output of outputs) files.push(...(await output.files(publication)));
  return files;
}
