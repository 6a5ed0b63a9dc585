import { chmodSync, lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BuiltSite, sumOf } from './built-site.ts';
import { type ListedFile, stateOf, writeFileList } from './earlier-site.ts';

/**
 * Sets the mode of files to 644 and of folders to 755, whatever the umask: a host answers 403 for files it cannot read.
 * Writes the list of the files, from which a later build knows that it can take them.
 * @returns the size of all files together, in bytes
 */
export function closeSite(site: BuiltSite): number {
  const folders = new Set<string>();
  const list: [string, ListedFile][] = [];
  let bytes = 0;
  for (const path of site.files) {
    const file = site.taken.get(path) ?? writtenFile(site, path);
    const key = site.keys.get(path);
    list.push([path, key === undefined ? file : { ...file, key }]);
    bytes += file.size;
    for (let folder = dirname(path); folder !== '.' && !folders.has(folder); folder = dirname(folder))
      folders.add(folder);
  }
  for (const folder of folders) chmodSync(join(site.folder, folder), 0o755);
  chmodSync(site.folder, 0o755);
  writeFileList(site.folder, list);
  return bytes;
}

function writtenFile(site: BuiltSite, path: string): ListedFile {
  const file = join(site.folder, path);
  const stats = lstatSync(file);
  if ((stats.mode & 0o777) !== 0o644) chmodSync(file, 0o644);
  return { ...stateOf(stats), sum: sumOf(site, path) };
}
