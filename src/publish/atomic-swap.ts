import { lstatSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileListOf } from './earlier-site.ts';

/**
 * Publishes a finished site at a path in one step: an atomic swap. The path is a link to the site's folder, because
 * one rename can replace a link but not a folder: between two renames there would be no site. A reader gets the
 * previous site or the new one, even where the process is killed. Where the path is a folder, the first build moves
 * it aside, which takes two steps; on Windows, where a rename cannot replace a link, every build takes two.
 * The previous site stays in its folder for current readers; older ones are deleted.
 * @param site the finished site, in a folder that contains only the sites of this path
 * @param asFolder move the site to the path where nothing is there yet, for machines that build once and upload the
 *   folder: some hosts would upload a link as a link
 */
export function atomicSwap(site: string, path: string, asFolder = false): void {
  const sites = dirname(site);
  const previous = siteAt(path);
  if (asFolder && previous === null && moveFolder(site, path)) return;
  const next = join(dirname(path), `.${basename(path)}.next`);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(next, { recursive: true, force: true });
  if (process.platform === 'win32') {
    symlinkSync(site, next, 'junction');
    rmSync(path, { recursive: true, force: true });
  } else {
    symlinkSync(relative(dirname(path), site), next);
    if (previous === path) renameSync(path, join(sites, 'before-the-first'));
  }
  renameSync(next, path);
  const current = [site, previous].flatMap((folder) => (folder === null ? [] : [folder, fileListOf(folder)]));
  for (const name of readdirSync(sites)) {
    const one = join(sites, name);
    if (!current.includes(one)) rmSync(one, { recursive: true, force: true, maxRetries: 10 });
  }
}

/**
 * The site that the next swap will delete: neither the current one nor the one that is being made.
 * @returns its absolute path; null where there is none
 */
export function outdatedSite(sites: string, path: string, next: string): string | null {
  const current = siteAt(path);
  const others = readdirSync(sites, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => join(sites, name));
  return others.find((folder) => folder !== current && folder !== next) ?? null;
}

/** False where the path is on another disk: then it can only be a link. */
function moveFolder(site: string, path: string): boolean {
  mkdirSync(dirname(path), { recursive: true });
  try {
    renameSync(site, path);
    return true;
  } catch {
    return false;
  }
}

/** The folder of the site at a path: the path itself where it is a folder, null where nothing is there. */
function siteAt(path: string): string | null {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (!entry) return null;
  return entry.isSymbolicLink() ? resolve(dirname(path), readlinkSync(path)) : path;
}
