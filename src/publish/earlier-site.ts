import { lstatSync, readFileSync, renameSync, type Stats, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The list of a site's files: beside its folder, since it is not published. */
export function fileListOf(folder: string): string {
  return `${folder}.files.json`;
}

/** What tells whether a file is still the one that a build has published: git looks at the same. */
export interface FileState {
  size: number;
  /** When it was written: milliseconds. */
  time: number;
  inode: number;
}

/** A file as a build has published it. */
export interface ListedFile extends FileState {
  /** SHA-256, hexadecimal. */
  sum: string;
  /** `MadeFile.key`, where it had one. */
  key?: string;
}

/** The site of an earlier build that will be deleted: its files may be moved into the next one. */
export interface EarlierSite {
  folder: string;
  files: ReadonlyMap<string, ListedFile>;
}

/** Of an earlier site; without files where its list is not there or cannot be read. */
export function earlierSite(folder: string): EarlierSite {
  try {
    const files: [string, ListedFile][] = JSON.parse(readFileSync(fileListOf(folder), 'utf8'));
    return { folder, files: new Map(files) };
  } catch {
    return { folder, files: new Map() };
  }
}

/** Writes the list of a site's files beside its folder. */
export function writeFileList(folder: string, files: Iterable<readonly [string, ListedFile]>): void {
  writeFileSync(fileListOf(folder), JSON.stringify([...files]));
}

/**
 * Moves a file of an earlier site to a place in the next one, whose folder is there.
 * @param isSame what the file has to be
 * @returns what it is; null where the earlier site does not have this file, or someone has changed it
 */
export function takeFile(
  { folder, files }: EarlierSite,
  path: string,
  target: string,
  isSame: (file: ListedFile) => boolean,
): ListedFile | null {
  const listed = files.get(path);
  if (!listed || !isSame(listed)) return null;
  const source = join(folder, path);
  const stats = lstatSync(source, { throwIfNoEntry: false });
  if (!stats?.isFile() || (stats.mode & 0o777) !== 0o644) return null;
  const { size, time, inode } = stateOf(stats);
  if (size !== listed.size || time !== listed.time || inode !== listed.inode) return null;
  renameSync(source, target);
  return listed;
}

export function stateOf({ size, mtimeMs, ino }: Stats): FileState {
  return { size, time: mtimeMs, inode: ino };
}
