import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { decodedAddress } from '../document/decoded.ts';
import { publicFolder } from '../paths.ts';
import { statsOf } from './file-fault.ts';

/** Characters of an address, percent escapes included, of a path that a file system can hold: Linux takes 4,096 bytes. */
const longestAddress = 3 * 4096;

/** The end of what may be the address of a picture. */
const ending = /\.(?:avif|gif|jpe?g|png|svg|webp)/gi;

/**
 * Absolute path of a picture in `public/`.
 * @param address as a text has it, such as `/photos/a.png`
 * @returns null for any other address, and where no such file is there
 */
export function publicPicture(address: string, folder = publicFolder): string | null {
  if (!/^\/(?!\/)/.test(address)) return null;
  const path = join(folder, decodedAddress(address.replace(/[?#].*$/s, '')));
  return isPossible(path) && statsOf(path)?.isFile() ? path : null;
}

/** False for a path that file systems refuse to look up: most allow 255 bytes to a name, none a NUL. */
function isPossible(path: string): boolean {
  return !path.includes('\0') && path.split(/[\\/]/).every((name) => Buffer.byteLength(name) <= 255);
}

/** Sums of pictures by path, each as long as the file is not written again: many texts may show the same one. */
const known = new Map<string, { version: string; sum: string }>();

/** The SHA-256 of every picture in `public/` that a text may show, in the order of the text. */
export function publicPictureSums(text: string, folder = publicFolder): string[] {
  const found = new Set<string>();
  let last = 0;
  for (const {
    index,
    0: { length },
  } of text.matchAll(ending)) {
    const end = index + length;
    const before = text.slice(Math.max(last, end - longestAddress), end);
    const line = before.slice(before.lastIndexOf('\n') + 1); // an address ends with its line
    for (let start = line.indexOf('/'); start >= 0; start = line.indexOf('/', start + 1)) {
      const path = publicPicture(line.slice(start), folder);
      if (path !== null) found.add(path);
    }
    last = end;
  }
  return [...found].map(sumOf);
}

function sumOf(path: string): string {
  const { mtimeMs, size } = statSync(path);
  const version = `${mtimeMs} ${size}`;
  const before = known.get(path);
  if (before?.version === version) return before.sum;
  const sum = createHash('sha256').update(readFileSync(path)).digest('hex');
  known.set(path, { version, sum });
  return sum;
}

/** The size of a picture in pixels, as it is shown; null where it cannot be read. */
export async function pictureSize(path: string): Promise<{ width: number; height: number } | null> {
  try {
    const { autoOrient } = await sharp(path).metadata();
    return autoOrient;
  } catch {
    return null;
  }
}
