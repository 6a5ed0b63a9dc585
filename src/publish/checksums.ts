import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addFile, type BuiltSite } from './built-site.ts';

/** Writes `SHA256SUMS` over every other file, sorted by path, as `sha256sum --check` reads it. */
export function checksums(site: BuiltSite): void {
  const lines = site.files.map(
    (path) =>
      `${createHash('sha256')
        .update(readFileSync(join(site.folder, path)))
        .digest('hex')}  ${path}\n`,
  );
  addFile(site, 'SHA256SUMS', lines.join(''));
}
