import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import sharp from 'sharp';
import type { Cache } from '../cache/cache.ts';
import { keyOf } from '../cache/key.ts';
import type { Picture } from '../document/document.ts';
import { type Problem, problem } from '../document/problem.ts';

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
    const reason = await faultOf(join(dirname(path), decodeURI(source)), content, cache);
    if (reason !== '')
      problems.push(problem('text/invalid-image', { address: source, reason }, { file, line }));
  }
  return problems;
}

/** @returns empty for a picture that can be shown, and for one that does not exist, which is reported elsewhere */
async function faultOf(path: string, content: string, cache: Cache): Promise<string> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return '';
  if (!stats.isFile()) return 'is not a file';
  if (relative(realpathSync(content), realpathSync(path)).startsWith(`..${sep}`))
    return 'lies outside of the content folder';
  if (stats.size === 0) return 'is empty';
  const bytes = readFileSync(path);
  const key = keyOf(sharp.versions.sharp ?? '', bytes);
  const known = cache.get('picture', key);
  if (known) return Buffer.from(known).toString('utf8');
  const reason = /\.svg$/i.test(path) ? svgFault(bytes) : await rasterFault(bytes);
  cache.put('picture', key, Buffer.from(reason));
  return reason;
}

function svgFault(bytes: Uint8Array): string {
  return /<svg[\s>]/i.test(Buffer.from(bytes).toString('utf8')) ? '' : 'is not an SVG';
}

async function rasterFault(bytes: Buffer): Promise<string> {
  const isPng = bytes.subarray(1, 4).equals(Buffer.from('PNG'));
  if (isPng && !bytes.includes('IEND')) return 'is cut off at its end'; // which the decoder lets pass
  try {
    await sharp(bytes, { failOn: 'error', animated: false }).stats();
    return '';
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return `cannot be decoded (${why.replace(/[.:\s]+$/, '')})`;
  }
}
