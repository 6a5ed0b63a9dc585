import { extname } from 'node:path';
import sharp from 'sharp';
import type { Cache } from '../cache/cache.ts';
import { cached } from '../cache/cached.ts';
import { keyOf } from '../cache/key.ts';
import type { BookAsset } from '../outputs/book/book.ts';
import { type PictureFile, portablePictures } from './portable-pictures.ts';

/** What every reader of books shows. */
const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
};

/** A picture in a book, with the path that it has in the site. */
export interface BookPicture extends BookAsset {
  sitePath: string;
}

/**
 * The pictures of an essay for a book. Their names are numbers: not every reader takes every letter in the name of a
 * file. A format that readers of books need not know becomes a PNG, or a JPEG where nothing shines through.
 */
export async function bookPictures(
  slug: string,
  files: readonly PictureFile[],
  cache: Cache,
): Promise<BookPicture[]> {
  const pictures: BookPicture[] = [];
  for (const { path: sitePath, content } of (await portablePictures(files, cache)).values()) {
    const name = `pictures/${slug}/${pictures.length + 1}`;
    const ending = extname(sitePath).toLowerCase();
    const type = types[ending];
    if (type !== undefined) pictures.push({ sitePath, path: name + ending, type, content });
    else {
      const { isOpaque } = await sharp(content).stats();
      const format = isOpaque ? 'jpeg' : 'png';
      const key = keyOf(sharp.versions.sharp ?? '', content);
      const made = await cached(cache, 'book-picture', key, () => sharp(content).toFormat(format).toBuffer());
      pictures.push({ sitePath, path: `${name}.${format}`, type: `image/${format}`, content: made });
    }
  }
  return pictures;
}
