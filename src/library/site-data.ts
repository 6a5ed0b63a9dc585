import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FormerAddress } from '../anchors/former-address.ts';
import type { Essay } from '../document/essay.ts';
import type { PageMetadata } from '../document/frontmatter.ts';
import type { IndexLetter } from '../search/build/index-of-terms.ts';

/** A text as the pages ask for it: what lists need of it, and where its HTML is. */
export interface StoredText<Data> {
  data: Data;
  /** Absolute path of its source. */
  path: string;
  /** The key of its HTML in the cache, which changes whenever the document does. */
  key: string;
  /** True where the text holds components or expressions of its author: only MDX can show it. */
  needsMdx: boolean;
  /** Pictures beside the text, by their path from there. */
  pictures: string[];
}

/** A page of the site's own: its address is its file's name. */
export interface SitePage extends PageMetadata {
  name: string;
}

/**
 * Everything that the pages show, written before Astro starts. Astro runs the pages in a world of their own, with
 * its own copies of every module, so that facts reach them through a file.
 */
export interface SiteData {
  /** Newest first. */
  essays: StoredText<Essay>[];
  pages: StoredText<SitePage>[];
  formerAddresses: FormerAddress[];
  indexOfTerms: IndexLetter[];
  /** Files of the search that are worth asking for as soon as a reader opens it. */
  earlySearchFiles: string[];
}

const none: SiteData = {
  essays: [],
  pages: [],
  formerAddresses: [],
  indexOfTerms: [],
  earlySearchFiles: [],
};

/** Writes the data in one step, because the writing server may be reading it. */
export function writeSiteData(file: string, data: SiteData): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(data));
  renameSync(`${file}.new`, file);
}

/** @returns empty data where nothing was compiled yet, as for a check of types */
export function readSiteData(file: string): SiteData {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : none;
}
