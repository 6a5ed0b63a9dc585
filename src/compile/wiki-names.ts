import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { essayAddress } from '../document/address.ts';
import { canonicalTag } from '../document/fields.ts';
import { translationSlug } from '../document/slug.ts';
import { essaysFolder, pagesFolder } from '../paths.ts';
import { statsOf } from './file-fault.ts';
import { readFrontmatter } from './frontmatter.ts';
import { comparableTitle, type WikiNames } from './steps/wiki-links.ts';
import { isTranslationName } from './translation-files.ts';

/** What a text must say of itself to be found by its title. */
const titled = z.looseObject({ title: z.string() });

/** Titles by the path of the file, each as long as the file is not written again. */
const known = new Map<string, { version: string; title: string | null }>();

/** Those of the site, with their key, from one reading of all texts to the next. */
let current: { names: WikiNames; key: string } | null = null;

/** The names and titles of all essays and pages, sorted, as they were on the disk when all texts were last read. */
export function wikiNames(): WikiNames {
  return ofSite().names;
}

/** Changes with every name to which a text can link, and with every title. */
export function wikiNamesKey(): string {
  return ofSite().key;
}

/** Call it before all texts are read again. */
export function forgetWikiNames(): void {
  current = null;
}

function ofSite(): { names: WikiNames; key: string } {
  if (current === null) {
    const names = wikiNamesIn(essaysFolder, pagesFolder);
    const { titles, ...lists } = names;
    current = { names, key: JSON.stringify([lists, [...titles]]) };
  }
  return current;
}

/** The names and titles of the essays in a folder and of the pages in another, as they are on the disk now. */
export function wikiNamesIn(essaysAt: string, pagesAt: string): WikiNames {
  const essays = names(essaysAt);
  const pages = names(pagesAt).filter((name) => /\.mdx?$/.test(name));
  const translations: string[] = [];
  const titles = new Map<string, string[]>();
  const add = (path: string, address: string, others: readonly string[] = []): void => {
    const title = titleOf(path);
    const known = titles.get(title ?? '') ?? [];
    // texts that are one essay in several languages can have one title, which is that of the first
    if (title !== null && !known.some((one) => others.includes(one))) titles.set(title, [...known, address]);
  };
  for (const slug of essays) {
    for (const file of ['index.md', 'index.mdx']) add(join(essaysAt, slug, file), essayAddress(slug));
    const addresses = [essayAddress(slug)];
    for (const file of names(join(essaysAt, slug)).filter(isTranslationName)) {
      const language = canonicalTag(file.split('.')[1] ?? '');
      if (language === null) continue;
      const translation = translationSlug(slug, language);
      translations.push(translation);
      add(join(essaysAt, slug, file), essayAddress(translation), addresses);
      addresses.push(essayAddress(translation));
    }
  }
  for (const page of pages) add(join(pagesAt, page), `/${nameOf(page)}/`);
  return { essays, pages: pages.map(nameOf), translations, titles };
}

function titleOf(path: string): string | null {
  const stats = statsOf(path);
  if (!stats?.isFile()) return null;
  const version = `${stats.mtimeMs} ${stats.size}`;
  const before = known.get(path);
  if (before?.version === version) return before.title;
  const read = readFrontmatter(path, readFileSync(path, 'utf8'), titled);
  const title = 'metadata' in read ? comparableTitle(read.metadata.title) : null;
  known.set(path, { version, title });
  return title;
}

function nameOf(page: string): string {
  return page.replace(/\.mdx?$/, '');
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !/^[._]/.test(name))
      .sort();
  } catch {
    return [];
  }
}
