import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of a built site as the steps of `publish.ts` see it. */
export interface BuiltSite {
  folder: string;
  /** Paths of all files inside the folder, with `/`, in no order. */
  files: Set<string>;
  /** SHA-256 of files as they are now, hexadecimal, by path: of those that a step wrote or asked about. */
  sums: Map<string, string>;
  /** Folders that are known to exist, as absolute paths. */
  folders: Set<string>;
}

export function openSite(folder: string): BuiltSite {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'));
  return { folder, files: new Set(files), sums: new Map(), folders: new Set() };
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
  const target = join(site.folder, path);
  if (!site.files.has(path) && !site.folders.has(dirname(target))) {
    mkdirSync(dirname(target), { recursive: true });
    site.folders.add(dirname(target));
  }
  writeFileSync(target, content);
  keepFile(site, path, content);
}

/** Takes a file that is in the folder already, with this content, into the site. */
export function keepFile(site: BuiltSite, path: string, content: string | Uint8Array): void {
  site.files.add(path);
  site.sums.set(path, sha256(content));
}

/** The size of all files together. */
export function bytesOf({ folder, files }: BuiltSite): number {
  return [...files].reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
}

export function removeFile(site: BuiltSite, path: string): void {
  rmSync(join(site.folder, path));
  site.files.delete(path);
  site.sums.delete(path);
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
