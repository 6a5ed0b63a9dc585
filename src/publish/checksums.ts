import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addFile, type BuiltSite } from './built-site.ts';

/** The one file for readers whose name has no ending: hosts take such a name for a folder's. */
export const checksumsFile = 'SHA256SUMS';

/** Writes `SHA256SUMS` over every other file, sorted by path, as `sha256sum --check` reads it. */
export function checksums(site: BuiltSite): void {
  const lines = site.files.map(
    (path) =>
      `${createHash('sha256')
        .update(readFileSync(join(site.folder, path)))
        .digest('hex')}  ${path}\n`,
  );
  addFile(site, checksumsFile, lines.join(''));
}
