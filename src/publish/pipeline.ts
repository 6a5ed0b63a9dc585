import type { Problem } from '../document/problem.ts';
import { buildRecord } from './build-record.ts';
import type { BuiltSite } from './built-site.ts';
import { checkLinks } from './check-links.ts';
import { checksums } from './checksums.ts';
import { contentPolicy } from './content-policy.ts';
import { plainModes } from './file-modes.ts';
import { hostFiles } from './host-files.ts';
import { notFoundPage } from './not-found-page.ts';
import { portableLinks } from './portable-links.ts';
import { precompress } from './precompressed.ts';
import { publishedPlaces } from './published-fragments.ts';
import { unusedFiles } from './unused-files.ts';

/** A step reads the built site, may change its pages or add files, and tells what is wrong with it. */
// biome-ignore lint/suspicious/noConfusingVoidType: a step that has nothing to tell returns nothing
export type Step = (site: BuiltSite) => Promise<Problem[] | void> | Problem[] | void;

/** How built pages become the published site: the story of a page, second half. */
export const publishPipeline: readonly Step[] = [
  unusedFiles, // first: what no page shows, such as the pictures of a draft, is not published
  checkLinks, // while addresses still begin at the site's root; a broken link is reported as its author wrote it
  publishedPlaces, // the same promise to those who linked from elsewhere: what was published is there
  portableLinks, // then every link becomes relative to its page, so that the site works at any path
  notFoundPage, // all but the 404 page, which may be sent for any address and carries what it needs
  contentPolicy, // last: it vouches for the page exactly as it will be sent
];

/** What is done with the files once every page is written and nothing is wrong. */
export const finishing: readonly Step[] = [
  hostFiles,
  buildRecord,
  precompress, // after every text file is there
  checksums, // over everything
  plainModes, // last: every step before it writes files
];
