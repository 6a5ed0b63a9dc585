import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { decodedAddress } from '../document/decoded.ts';
import { publicFolder } from '../paths.ts';

/** What may be the address of a picture, on one line of a text; it may begin before the address does. */
const mayBePicture = /\/[^\n]*?\.(?:avif|gif|jpe?g|png|svg|webp)/gi;

/**
 * Absolute path of a picture in `public/`.
 * @param address as a text has it, such as `/photos/a.png`
 * @returns null for any other address, and where no such file is there
 */
export function publicPicture(address: string, folder = publicFolder): string | null {
  if (!/^\/(?!\/)/.test(address)) return null;
  const path = join(folder, decodedAddress(address.replace(/[?#].*$/s, '')));
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : null;
}

/** The bytes of every picture in `public/` that a text may show, in the order of the text. */
export function publicPictureBytes(text: string, folder = publicFolder): Uint8Array[] {
  const found = new Set<string>();
  for (const [line] of text.matchAll(mayBePicture))
    for (let start = line.indexOf('/'); start >= 0; start = line.indexOf('/', start + 1)) {
      const path = publicPicture(line.slice(start), folder);
      if (path !== null) found.add(path);
    }
  return [...found].map((path) => readFileSync(path));
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
