import { type BuiltSite, filesOf, sumOf, writeFile } from './built-site.ts';

/** The one file for readers whose name has no ending: hosts take such a name for a folder's. */
export const checksumsFile = 'SHA256SUMS';

/** Writes `SHA256SUMS` over every other file, sorted by path, as `sha256sum --check` reads it. */
export function addChecksums(site: BuiltSite): void {
  const lines = filesOf(site).map((path) => `${sumOf(site, path)}  ${path}\n`);
  writeFile(site, checksumsFile, lines.join(''));
}
