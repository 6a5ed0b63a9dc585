import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { decodedComponent } from '../document/decoded.ts';

/** The path in an address of a file beside a text; null for any other address. Signs in `%` form are read. */
export function pathBeside(address: string): string | null {
  if (/^(?:[a-z][a-z\d+.-]*:|[/#?]|$)/i.test(address)) return null;
  return decodedComponent(address.replace(/[?#].*$/s, ''));
}

/**
 * The same path as the file system has it: an accent may be one sign with its letter, or a sign of its own.
 * @param folder absolute path
 * @returns null where no such file is there, with these capitals and small letters
 */
export function fileBeside(folder: string, path: string): string | null {
  let found = '';
  for (const part of posix.normalize(path.replaceAll('\\', '/')).split('/')) {
    const name =
      part === '..' || part === '.' ? part : namesIn(join(folder, found)).find((one) => isSame(one, part));
    if (name === undefined) return null;
    found = posix.join(found, name);
  }
  return found;
}

/** Names of the files in a folder, sorted; none where there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function isSame(one: string, other: string): boolean {
  return one === other || one.normalize('NFC') === other.normalize('NFC');
}
