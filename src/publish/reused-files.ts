import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { MadeFile } from '../document/made-file.ts';
import { type BuiltSite, keepFile, writeFile } from './built-site.ts';

/**
 * Folders in which most files are the same as in an earlier build: those of the search, in which a name says what is in
 * the file, and those with a file for each essay.
 */
const folders = ['pagefind/fragment', 'pagefind/index', 'cards', 'books'];

/**
 * Writes files into a site. Thousands of files are the same in every build: their folders are moved
 * here from a site that is about to be deleted, and only what is different in them is written.
 * @param old absolute path of that site; null where there is none
 */
export function writeFiles(site: BuiltSite, files: Iterable<MadeFile>, old: string | null): void {
  const there = new Set(old === null ? [] : folders.flatMap((folder) => moveFolder(site, old, folder)));
  for (const { path, content } of files) {
    if (there.delete(path) && readFileSync(join(site.folder, path)).equals(content))
      keepFile(site, path, content);
    else writeFile(site, path, content);
  }
  for (const path of there) rmSync(join(site.folder, path));
  for (const folder of new Set([...there].map((path) => dirname(join(site.folder, path)))))
    if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** @returns the paths of the files that are now in the site */
function moveFolder(site: BuiltSite, old: string, folder: string): string[] {
  const [from, to] = [join(old, folder), join(site.folder, folder)];
  if (!existsSync(from) || existsSync(to)) return [];
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
  return readdirSync(to, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => relative(site.folder, join(parentPath, name)).replaceAll('\\', '/'));
}
