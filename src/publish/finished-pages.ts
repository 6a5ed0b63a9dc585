import type { Cache } from '../cache/cache.ts';
import { codeVersion, keyOf } from '../cache/key.ts';
import { root } from '../paths.ts';
import { site as settings } from '../site.ts';
import {
  addressOf,
  type BuiltSite,
  filesOf,
  pagesOf,
  readBytes,
  readText,
  writeMadeFile,
} from './built-site.ts';
import { contentPolicy } from './content-policy.ts';
import { denseScripts } from './dense-scripts.ts';
import { inlineStyles, wordsOf } from './inline-styles.ts';
import { lateScripts } from './late-scripts.ts';
import { type ParsedStyle, parseStyle } from './needed-rules.ts';
import { notFoundPath } from './not-found-page.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { htmlOf } from './page-html.ts';
import { parsePage } from './page-tree.ts';
import { pictureSources } from './picture-sources.ts';
import { portableLinks } from './portable-links.ts';

/** A page of the site and what was found on it before its links were changed. */
export interface FinishedPage extends PageFacts {
  /** Path inside the site, for example `essays/a-slug/index.html`. */
  path: string;
  /** Address from the site's root, for example `/essays/a-slug/`. */
  address: string;
}

/** Counts for whoever reports on the build. */
export interface PageCounts {
  pages: number;
  /** Pages that the cache had. */
  reused: number;
}

/** What decides the bytes of a page besides the page itself. */
export const publishVersion = codeVersion(root, ['src/publish', 'src/document', 'package-lock.json']);

/**
 * Finishes every page, one after the other, so that one tree at a time is in memory. The 404 page only gives its facts:
 * it is finished by `not-found-page.ts`, from other files.
 * @param unchanged keys in the cache of finished pages that are not in the folder, by path
 * @returns among others the key of every page in the cache (kind `page`), by path
 */
export function finishPages(
  site: BuiltSite,
  cache: Cache,
  unchanged: ReadonlyMap<string, string> = new Map(),
): { pages: FinishedPage[]; keys: ReadonlyMap<string, string>; counts: PageCounts } {
  const counts = { pages: 0, reused: 0 };
  const embeds = JSON.stringify(settings.embeds ?? []);
  const words = scriptWords(site);
  const scripts = keyOf(...words);
  const styles = new Map<string, ParsedStyle>();
  const style = (path: string) => {
    const parsed = styles.get(path) ?? parseStyle(readText(site, path));
    styles.set(path, parsed);
    return parsed;
  };
  const keys = new Map<string, string>();
  const finishedPage = (path: string, key: string, entry: Uint8Array): FinishedPage => {
    const { facts, html } = splitEntry(entry);
    keys.set(path, key);
    if (path !== notFoundPath) writeMadeFile(site, { path, content: html, key });
    return { path, address: addressOf(path), ...facts };
  };
  const pages = [...new Set([...pagesOf(site), ...unchanged.keys()])].sort().map((path): FinishedPage => {
    counts.pages += 1;
    const before = unchanged.get(path);
    if (before !== undefined) {
      counts.reused += 1;
      return finishedPage(path, before, cache.getKept('page', before));
    }
    const built = readBytes(site, path);
    const address = addressOf(path);
    const key = keyOf(publishVersion, settings.url, embeds, scripts, address, built);
    const found = cache.get('page', key);
    const entry = found ?? finished(Buffer.from(built).toString('utf8'), address, style, words);
    if (!found) cache.put('page', key, entry);
    if (found) counts.reused += 1;
    return finishedPage(path, key, entry);
  });
  return { pages, keys, counts };
}

/**
 * @param style a style sheet of the site; its name changes whenever its bytes do, so that the page decides it
 * @param words those of the site's scripts
 * @returns an entry of the cache: the facts as one line of JSON, then the page as it is published
 */
function finished(
  text: string,
  address: string,
  style: (path: string) => ParsedStyle,
  words: ReadonlySet<string>,
): Uint8Array {
  const page = parsePage(text);
  pictureSources(page);
  const facts = pageFacts(page, text, settings.url); // first: a broken link is reported as its author wrote it
  const styled = inlineStyles(page, address, style, words);
  lateScripts(styled);
  denseScripts(styled);
  portableLinks(styled, address);
  contentPolicy(styled); // last: it names scripts and styles exactly as they are sent
  return Buffer.from(`${JSON.stringify(facts)}\n${htmlOf(styled)}`);
}

/** The words of all scripts of the site, in an order that their files' names do not change. */
function scriptWords(site: BuiltSite): Set<string> {
  const scripts = filesOf(site).filter((path) => /^_astro\/.*\.js$/.test(path));
  return new Set(scripts.flatMap((path) => wordsOf(readText(site, path))).sort());
}

function splitEntry(entry: Uint8Array): { facts: PageFacts; html: Uint8Array } {
  const end = entry.indexOf(10);
  const facts: PageFacts = JSON.parse(Buffer.from(entry.subarray(0, end)).toString('utf8'));
  return { facts, html: entry.subarray(end + 1) };
}
