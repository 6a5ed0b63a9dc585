import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BuiltSite } from './built-site.ts';

/** Sets the mode of files to 644 and of folders to 755, whatever the umask: a host answers 403 for files it cannot read. */
export function setFileModes(site: BuiltSite): void {
  const folders = new Set<string>();
  for (const path of site.files) {
    chmodSync(join(site.folder, path), 0o644);
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  }
  for (const folder of folders) chmodSync(join(site.folder, folder), 0o755);
  chmodSync(site.folder, 0o755);
}
