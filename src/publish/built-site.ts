import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MadeFile } from '../document/made-file.ts';
import { type EarlierSite, type ListedFile, takeFile } from './earlier-site.ts';

/** The folder of a built site as the steps of `publish.ts` see it. */
export interface BuiltSite {
  folder: string;
  /** Paths of all files inside the folder, with `/`, in no order. */
  files: Set<string>;
  /** SHA-256 of files as they are now, hexadecimal, by path: of those that a step wrote or asked about. */
  sums: Map<string, string>;
  /** `MadeFile.key` of written files that have one, by path. */
  keys: Map<string, string>;
  /** Folders that are known to exist, as absolute paths. */
  folders: Set<string>;
  /** Where files that are the same as before may be taken from. */
  earlier: EarlierSite | null;
  /** Files that were taken from there. */
  taken: Map<string, ListedFile>;
}

export function openSite(folder: string, earlier: EarlierSite | null = null): BuiltSite {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'));
  return {
    folder,
    files: new Set(files),
    sums: new Map(),
    keys: new Map(),
    folders: new Set(),
    earlier,
    taken: new Map(),
  };
}

/** Paths of all files, sorted by code unit. */
export function filesOf(site: BuiltSite): string[] {
  return [...site.files].sort();
}

/** Paths of all pages, sorted by code unit. */
export function pagesOf(site: BuiltSite): string[] {
  return filesOf(site).filter((path) => path.endsWith('.html'));
}

/** The address of a page from the site's root, for example `/essays/a-slug/`. */
export function addressOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

export function readBytes(site: BuiltSite, path: string): Uint8Array {
  return readFileSync(join(site.folder, path));
}

export function readText(site: BuiltSite, path: string): string {
  return readFileSync(join(site.folder, path), 'utf8');
}

/** Writes a new file, or replaces the one that is there. */
export function writeFile(site: BuiltSite, path: string, content: string | Uint8Array): void {
  const sum = sha256(content);
  if (takeEarlier(site, path, (file) => file.sum === sum)) return;
  const target = join(site.folder, path);
  addFolder(site, path);
  writeFileSync(target, content);
  site.taken.delete(path);
  site.keys.delete(path);
  site.files.add(path);
  site.sums.set(path, sum);
}

/** Writes a file; its content is not read where the earlier site has a file with its key. */
export function writeMadeFile(site: BuiltSite, file: MadeFile): void {
  const { path, key } = file;
  if (key !== undefined && takeMadeFile(site, path, key)) return;
  writeFile(site, path, file.content);
  if (key !== undefined) site.keys.set(path, key);
}

/** Takes a file from the earlier site. @returns false where that has none with this key */
export function takeMadeFile(site: BuiltSite, path: string, key: string): boolean {
  return takeEarlier(site, path, (file) => file.key === key);
}

function takeEarlier(site: BuiltSite, path: string, isSame: (file: ListedFile) => boolean): boolean {
  if (site.earlier === null || !site.earlier.files.has(path)) return false;
  addFolder(site, path);
  const file = takeFile(site.earlier, path, join(site.folder, path), isSame);
  if (!file) return false;
  site.taken.set(path, file);
  site.keys.delete(path);
  site.files.add(path);
  site.sums.set(path, file.sum);
  return true;
}

function addFolder(site: BuiltSite, path: string): void {
  const folder = dirname(join(site.folder, path));
  if (site.files.has(path) || site.folders.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  site.folders.add(folder);
}

export function removeFile(site: BuiltSite, path: string): void {
  rmSync(join(site.folder, path));
  site.files.delete(path);
  site.sums.delete(path);
  site.keys.delete(path);
  site.taken.delete(path);
}

/** SHA-256 of a file of the site, hexadecimal. */
export function sumOf(site: BuiltSite, path: string): string {
  const sum = site.sums.get(path) ?? sha256(readBytes(site, path));
  site.sums.set(path, sum);
  return sum;
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
