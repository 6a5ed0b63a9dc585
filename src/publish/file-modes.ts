import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BuiltSite } from './built-site.ts';

/** Files 644 and folders 755, whatever the umask was: a site copied with closed modes answers 403. */
export function plainModes(site: BuiltSite): void {
  const folders = new Set<string>();
  for (const path of site.files) {
    chmodSync(join(site.folder, path), 0o644);
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  }
  for (const folder of folders) chmodSync(join(site.folder, folder), 0o755);
  chmodSync(site.folder, 0o755);
}
