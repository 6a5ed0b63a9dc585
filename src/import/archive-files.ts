import { posix } from 'node:path';
import { decodedComponent } from '../document/decoded.ts';
import type { Archive } from './archive.ts';

/**
 * Finds the file that an address in a text means.
 * @param roots folders that the other site shows at its root
 * @returns finds its path in the archive, or null
 */
export function fileFinder(
  archive: Archive,
  roots: readonly string[],
): (address: string, folder: string) => string | null {
  const files = new Map(archive.files.map((file) => [file.normalize('NFC'), file]));
  const byName = new Map<string, string | null>();
  for (const file of archive.files) {
    const name = posix.basename(file).normalize('NFC');
    byName.set(name, byName.has(name) ? null : file);
  }
  return (address, folder) => {
    const path = decodedComponent(address.split(/[?#]/)[0] ?? '').normalize('NFC');
    if (path === '' || path.endsWith('/')) return null;
    const inside = path.replace(/^(?:[~@]\/|\/+)/, '');
    const beside = posix.normalize(posix.join(folder, path));
    const candidates = [
      ...(path.startsWith('/') ? [] : [beside]),
      ...roots.map((root) => posix.normalize(root + inside)),
      posix.normalize(posix.join(folder, inside)),
      posix.normalize(`${inside.replace(/^(?:\.\.\/)+/, '')}`),
      ...roots.map((root) => posix.normalize(root + inside.replace(/^(?:\.\.\/)+/, ''))),
    ];
    const found = candidates.map((one) => files.get(one)).find((file) => file !== undefined);
    return found ?? (/\.\w{2,5}$/.test(path) ? byName.get(posix.basename(path)) : null) ?? null;
  };
}
