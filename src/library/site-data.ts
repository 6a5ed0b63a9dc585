import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FormerAddress } from '../anchors/former-address.ts';
import type { Essay } from '../document/essay.ts';
import type { PageMetadata } from '../document/frontmatter.ts';
import type { IndexLetter } from '../document/index-of-terms.ts';
import type { Mentioned } from '../document/mention.ts';
import type { Problem } from '../document/problem.ts';

/** A text as the pages ask for it: what lists need of it, and where its HTML is. */
export interface StoredText<Data> {
  /** The slug of an essay, the name of a page. */
  id: string;
  data: Data;
  /** Absolute path of its source. */
  path: string;
  /** SHA-256 of its source. */
  source: string;
  /** The key of the document in the cache, which changes whenever the document does. */
  key: string;
  /** True where the text holds components or expressions of its author: only MDX can show it. */
  needsMdx: boolean;
  /** For an essay with a page of versions: how many these are, and the key of their list in the cache; `unknown` where its page says that. */
  history?: { key: string; versions: number; setting: 'dates' | 'words' } | 'unknown' | undefined;
  /** Pictures beside the text, by their path from there. */
  pictures: string[];
  /** Mistakes in it, which only the writing server lets pass. */
  problems: Problem[];
}

/**
 * Everything that the pages show, written before Astro starts. Astro runs the pages with copies of its own of every
 * module, so that facts reach them through a file.
 */
export interface SiteData {
  /** Newest first. */
  essays: StoredText<Essay>[];
  /** The first paragraph of the only essay; null where there are several, or none. */
  opening: string | null;
  /** By name. */
  pages: StoredText<PageMetadata>[];
  /** Of essays; the slug is the essay's with the language. */
  translations: StoredText<Essay>[];
  formerAddresses: FormerAddress[];
  /** The same of translations. */
  formerTranslations: FormerAddress[];
  /** The terms of all essays, A to Z. */
  indexOfTerms: IndexLetter[];
  /** Files to prefetch as soon as a reader opens the search; none where there is nothing to search. */
  earlySearchFiles: string[];
  /** Where essays are mentioned in others, by slug. */
  mentions: Record<string, Mentioned[]>;
  /** Paths of pages that are as an earlier build made them, and that Astro does not make. */
  unchanged: string[];
}

const none: SiteData = {
  essays: [],
  opening: null,
  pages: [],
  translations: [],
  formerAddresses: [],
  formerTranslations: [],
  indexOfTerms: [],
  earlySearchFiles: [],
  mentions: {},
  unchanged: [],
};

/** Writes the data in one step, because the writing server may be reading it. */
export function writeSiteData(file: string, data: SiteData): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(data));
  renameSync(`${file}.new`, file);
}

let latest: { version: string; data: SiteData } | undefined; // every page asks for the data, which changes rarely

/** @returns empty data where nothing was compiled yet, as for a check of types */
export function readSiteData(file: string): SiteData {
  if (!existsSync(file)) return none;
  const { mtimeMs, size, ino } = statSync(file);
  const version = [file, mtimeMs, size, ino].join(' ');
  if (latest?.version !== version) latest = { version, data: JSON.parse(readFileSync(file, 'utf8')) };
  return latest.data;
}
