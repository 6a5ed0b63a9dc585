import type { Problem } from '../essay/problem.ts';
import { bookIndex } from './book-index.ts';
import type { BuiltSite } from './built-site.ts';
import { checkLinks } from './check-links.ts';
import { contentPolicy } from './content-policy.ts';
import { portableLinks } from './portable-links.ts';
import { searchIndex } from './search-index.ts';

/** A step reads the built site, may change its pages or add files, and tells what is wrong with it. */
// biome-ignore lint/suspicious/noConfusingVoidType: a step that has nothing to tell returns nothing
export type Step = (site: BuiltSite) => Promise<Problem[] | void> | Problem[] | void;

/** How built pages become the published site: the story of a page, second half. */
export const publishPipeline: readonly Step[] = [
  searchIndex, // reads addresses while they still begin at the site's root
  bookIndex, // likewise; before the links are checked, for it adds some
  checkLinks, // likewise; a broken link is reported as its author wrote it
  portableLinks, // then every link becomes relative to its page, so that the site works at any path
  contentPolicy, // last: it vouches for the page exactly as it will be sent
];
