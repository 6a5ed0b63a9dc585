import { readdirSync } from 'node:fs';
import { essaysFolder, pagesFolder } from '../paths.ts';
import type { WikiNames } from './steps/wiki-links.ts';

/** The names of all essays and pages as they are on the disk now, sorted. */
export function wikiNames(): WikiNames {
  return {
    essays: names(essaysFolder),
    pages: names(pagesFolder).flatMap((name) => (/\.mdx?$/.test(name) ? [name.replace(/\.mdx?$/, '')] : [])),
  };
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
