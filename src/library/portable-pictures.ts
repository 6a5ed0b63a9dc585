import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join, posix } from 'node:path';
import sharp from 'sharp';
import type { Cache } from '../cache/cache.ts';
import { cached } from '../cache/cached.ts';
import { keyOf } from '../cache/key.ts';
import { essayAddress } from '../document/address.ts';
import type { Picture } from '../document/document.ts';
import type { PortablePicture } from '../outputs/output.ts';

/** Pixels: twice the width of a column of text on a screen. */
const widest = 1600;

const formats: Readonly<Record<string, 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'>> = {
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.png': 'png',
  '.webp': 'webp',
  '.avif': 'avif',
  '.gif': 'gif',
};

/** A picture beside a text as its author saved it. */
export interface PictureFile {
  /** Its address as it is in the text. */
  source: string;
  /** Its path in the site. */
  path: string;
  bytes: Uint8Array;
}

/** The pictures of an essay that exist, each once. What is not there is reported elsewhere. */
export function pictureFiles(slug: string, path: string, pictures: readonly Picture[]): PictureFile[] {
  const sources = [...new Set(pictures.map(({ source }) => source))];
  return sources.flatMap((source) => {
    const file = join(dirname(path), decodeURI(source));
    if (!existsSync(file)) return [];
    const inSite = posix.join(essayAddress(slug).slice(1), decodeURI(source).split(/[?#]/)[0] ?? '');
    return [{ source, path: inSite, bytes: readFileSync(file) }];
  });
}

/** Makes pictures ready for any form, and takes those that it has made before from the cache. */
export async function portablePictures(
  files: readonly PictureFile[],
  cache: Cache,
): Promise<Map<string, PortablePicture>> {
  const made = new Map<string, PortablePicture>();
  for (const { source, path, bytes } of files) {
    const key = keyOf(sharp.versions.sharp ?? '', `${widest}`, extname(path).toLowerCase(), bytes);
    const content = await cached(cache, 'portable-picture', key, () =>
      portable(bytes, extname(path).toLowerCase()),
    );
    made.set(source, { path, content });
  }
  return made;
}

/** A drawing is as its author saved it; a picture has the right way up in its pixels, and nothing else from its camera. */
async function portable(bytes: Uint8Array, ending: string): Promise<Uint8Array> {
  const format = formats[ending];
  if (format === undefined) return bytes;
  return sharp(bytes, { animated: true })
    .autoOrient()
    .resize({ width: widest, withoutEnlargement: true })
    .toFormat(format)
    .toBuffer();
}
