import { accessSync, constants, lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { relative, sep } from 'node:path';

/**
 * Why a file of the author's is not read, as the end of a sentence that begins with it; empty where it can be read. A
 * link out of the content folder is not followed: what it leads to would be published, or be quoted in a message.
 * @param path absolute path
 * @param folders absolute paths of the folders in one of which it must lie
 */
export function fileFault(path: string, folders: readonly string[]): string {
  const stats = statsOf(path);
  if (!stats) return isThere(path) ? 'is a link to a file that does not exist' : 'does not exist';
  if (stats.isDirectory()) return 'is a folder';
  if (!stats.isFile()) return 'is not a file';
  if (!isInside(path, folders)) return 'is a link to a file outside of the content folder';
  try {
    accessSync(path, constants.R_OK);
    return '';
  } catch {
    return 'cannot be read: you have no permission';
  }
}

/** Whether a file or folder exists and, with all links followed, lies in one of some folders. */
export function isInside(path: string, folders: readonly string[]): boolean {
  if (!statsOf(path)) return false;
  const real = realpathSync(path);
  return folders.some((folder) => {
    const found = statsOf(folder) && relative(realpathSync(folder), real);
    return found !== undefined && found !== '..' && !found.startsWith(`..${sep}`);
  });
}

/** What a path leads to; undefined where that is nothing, a link that leads back to itself, or out of reach. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Whether something has this name, be it a link to nothing. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
