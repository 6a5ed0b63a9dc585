import type { Cache } from '../cache/cache.ts';
import type { CalendarDate } from '../document/calendar-date.ts';
import type { MadeFile } from '../document/made-file.ts';
import { AuthorError } from '../document/problem.ts';
import { addBuildRecord } from './build-record.ts';
import { openSite, writeMadeFile } from './built-site.ts';
import { checkCode } from './check-code.ts';
import { checkLinks } from './check-links.ts';
import { addChecksums } from './checksums.ts';
import { closeSite } from './close-site.ts';
import { compressFiles } from './compressed-files.ts';
import { earlierSite } from './earlier-site.ts';
import { finishPages, type PageCounts } from './finished-pages.ts';
import { addHostFiles } from './host-files.ts';
import { notFoundPage } from './not-found-page.ts';
import { addOfflineFiles } from './offline-files.ts';
import { portableStyles } from './portable-links.ts';
import { checkPublishedFragments } from './published-fragments.ts';
import { removeUnusedFiles } from './unused-files.ts';

/** What was published. */
export interface Published extends PageCounts {
  /** All files, those compressed ahead among them. */
  files: number;
  /** Size of all files together. */
  bytes: number;
  /** Keys of the finished pages in the cache, by path. */
  pageKeys: ReadonlyMap<string, string>;
}

/** What is known of the site beside its files. */
export interface PublishInput {
  /** Ledgers that will be written, as they will be. */
  stale?: readonly { file: string; text: string }[];
  /** The day on which it is made, where that decides what it says. */
  day?: CalendarDate | null;
  /** Slugs of essays that are in the list of published ones and have no page until their day comes. */
  heldBack?: ReadonlySet<string>;
  /** A site of an earlier build that will be deleted after this one: its files may be moved. */
  old?: string | null;
  /** Keys in the cache of finished pages that Astro did not make again, by path. */
  unchanged?: ReadonlyMap<string, string>;
}

/**
 * Makes a publishable site of what Astro built in a folder.
 * @param files to publish besides, such as the search index
 * @param cache pages and compressed files of earlier builds; prune it when the site is in use
 * @throws AuthorError with everything that is wrong, so that an author can correct it in one go
 * @throws DamagedEntry where the cache has a page or another file that is damaged
 */
export async function publish(
  folder: string,
  files: Iterable<MadeFile>,
  cache: Cache,
  { stale = [], day = null, heldBack = new Set(), old = null, unchanged }: PublishInput = {},
): Promise<Published> {
  const site = openSite(folder, old === null ? null : earlierSite(old));
  for (const file of files) writeMadeFile(site, file);
  const { pages, keys, counts } = finishPages(site, cache, unchanged); // each page is read and parsed once
  removeUnusedFiles(site, pages); // what no page shows, such as the pictures of a draft, is not published
  const problems = [
    ...checkLinks(site, pages, { cache }),
    ...checkPublishedFragments(pages, stale, heldBack),
    ...checkCode(pages),
  ];
  if (problems.length > 0) throw new AuthorError(problems);
  portableStyles(site);
  notFoundPage(site); // after the check, which still finds the script that is put into this page
  addHostFiles(site);
  addBuildRecord(site, day);
  await addOfflineFiles(site, pages, cache); // after every file that can be kept
  await compressFiles(site, cache); // after every text file is there
  addChecksums(site); // over everything
  const bytes = closeSite(site); // last: every step before it writes files
  return { ...counts, files: site.files.size, bytes, pageKeys: keys };
}
