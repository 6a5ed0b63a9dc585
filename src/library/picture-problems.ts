import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import sharp from 'sharp';
import type { Cache } from '../cache/cache.ts';
import { keyOf } from '../cache/key.ts';
import { isInside, isThere, statsOf } from '../compile/file-fault.ts';
import { decodedAddress } from '../document/decoded.ts';
import type { Picture } from '../document/document.ts';
import { type Problem, problem } from '../document/problem.ts';

/** What sharp decodes at most, in pixels: 16,383 × 16,383. */
const mostPixels = 268_402_689;

/** Elements inside each other in a drawing, at most: Astro, which reads it, ends without a sentence at some thousands. */
const deepest = 500;

/** A text, for the check of its pictures. */
export interface PicturesOf {
  /** Path from the repository's top. */
  file: string;
  /** Absolute path of its source. */
  path: string;
  pictures: readonly Picture[];
}

/**
 * What is wrong with the pictures beside a text: files that are none, lie outside of the content folder, or cannot be
 * decoded. A picture is decoded once and then known by its bytes.
 * @param content absolute path of the content folder
 */
export async function pictureProblems(
  { file, path, pictures }: PicturesOf,
  content: string,
  cache: Cache,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { source, line } of pictures) {
    const reason = /%(?:23|3F)/i.test(source)
      ? 'has a `#` or a `?` in its name, which the bundler takes for the end of it'
      : await faultOf(join(dirname(path), decodedAddress(source)), content, cache);
    if (reason !== '')
      problems.push(problem('text/invalid-image', { address: source, reason }, { file, line }));
  }
  return problems;
}

/** @returns empty for a picture that can be shown, and for one of which nothing is there: it is reported elsewhere */
async function faultOf(path: string, content: string, cache: Cache): Promise<string> {
  const stats = statsOf(path);
  if (!stats) return isThere(path) ? 'is a link to a file that does not exist' : '';
  if (!stats.isFile()) return 'is not a file';
  if (!isInside(path, [content])) return 'lies outside of the content folder';
  if (stats.size === 0) return 'is empty';
  const bytes = bytesOf(path);
  if (!bytes) return 'cannot be read: you have no permission';
  const key = keyOf(`5 ${sharp.versions.sharp ?? ''}`, bytes); // raise the number when more is checked
  const known = cache.get('picture', key);
  if (known) return Buffer.from(known).toString('utf8');
  const fault = /\.svg$/i.test(path) ? svgFault(bytes) : await rasterFault(bytes);
  const reason = fault || (await sizeFault(bytes, path));
  cache.put('picture', key, Buffer.from(reason));
  return reason;
}

/** What the picture says of its size; zeros where it says nothing. */
async function sizeOf(bytes: Buffer): Promise<{ width: number; height: number }> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return { width: 0, height: 0 };
  }
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** A drawing is published as a file of its own, at whose address a browser would run what it holds. */
function svgFault(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8');
  if (!/<svg[\s>]/i.test(text)) return 'is not an SVG';
  if (/<script[\s>/]|\son\w+\s*=|javascript:/i.test(text)) return 'holds a script';
  if (/<!ENTITY\s+(?:%\s+)?\S+\s+(?:SYSTEM|PUBLIC)\b/i.test(text)) return 'reads another file';
  return depthOf(text) > deepest ? `is nested more than ${deepest} levels deep` : '';
}

function depthOf(svg: string): number {
  let [depth, most] = [0, 0];
  for (const [tag] of svg.matchAll(/<\/[a-z]|<[a-z][^>]*>/gi)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    most = Math.max(most, depth);
  }
  return most;
}

/** Astro gives each picture its size on the page, and stops where it finds none. */
async function sizeFault(bytes: Uint8Array, path: string): Promise<string> {
  try {
    await imageMetadata(bytes, path);
    return '';
  } catch {
    return /\.svg$/i.test(path)
      ? 'has no size: the `<svg>` tag needs a `width` and a `height`, or a `viewBox`, and must end in the first 1,000 bytes of the file'
      : 'is of a kind whose size cannot be read';
  }
}

async function rasterFault(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 40).toString('latin1').startsWith('version https://git-lfs.github.com/'))
    return 'is only a pointer of Git LFS (`git lfs pull` gets the image)';
  const isPng = bytes.subarray(1, 4).equals(Buffer.from('PNG'));
  if (isPng && !bytes.includes('IEND')) return 'is cut off at its end'; // which the decoder lets pass
  try {
    await sharp(bytes, { failOn: 'error', animated: false }).stats();
    return '';
  } catch (error) {
    const { width, height } = await sizeOf(bytes);
    if (width * height > mostPixels)
      return `has ${width} × ${height} pixels, more than the ${mostPixels} that are decoded`;
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return `cannot be decoded (${why.replace(/[.:\s]+$/, '')})`;
  }
}
