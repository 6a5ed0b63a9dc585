import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';

/** A page as Astro built it, parsed once; steps change its tree. */
export interface BuiltPage {
  /** Path inside the site, for example `essays/a-slug/index.html`. */
  path: string;
  /** Address from the site's root, for example `/essays/a-slug/`. */
  address: string;
  tree: Root;
}

/** The built site as the steps of the publish pipeline see it. */
export interface BuiltSite {
  folder: string;
  /** Sorted by path. */
  pages: BuiltPage[];
  /** Paths of all files inside the site, sorted by code unit. */
  files: string[];
}

/** A file that a step makes, named by its path below some folder. */
export interface MadeFile {
  path: string;
  content: Uint8Array;
}

export function openSite(folder: string): BuiltSite {
  const files = filesIn(folder);
  const pages = files
    .filter((path) => path.endsWith('.html'))
    .map((path) => ({
      path,
      address: addressOf(path),
      tree: fromHtml(readFileSync(join(folder, path), 'utf8')),
    }));
  return { folder, pages, files };
}

/** Writes every page back. */
export function saveSite(site: BuiltSite): void {
  for (const page of site.pages)
    writeFileSync(join(site.folder, page.path), toHtml(page.tree, { upperDoctype: true }));
}

/** Adds a file that a step made. */
export function addFile(site: BuiltSite, path: string, content: string | Uint8Array): void {
  const target = join(site.folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  if (!site.files.includes(path)) site.files = [...site.files, path].sort();
}

/** Takes away a file that no page needs any more. */
export function dropFile(site: BuiltSite, path: string): void {
  rmSync(join(site.folder, path));
  site.files = site.files.filter((file) => file !== path);
}

/** The ids on a page, in order. */
export function idsOf(tree: Root): string[] {
  const ids: string[] = [];
  visit(tree, 'element', (element) => {
    if (typeof element.properties['id'] === 'string') ids.push(element.properties['id']);
  });
  return ids;
}

function addressOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .sort();
}
