import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Cache } from '../cache/cache.ts';
import { keyOf } from '../cache/key.ts';
import { type BuiltSite, filesOf, readBytes, sumOf, takeMadeFile, writeMadeFile } from './built-site.ts';
import { publishVersion } from './finished-pages.ts';

/**
 * Bytes from which a file is compressed: a page and what it loads from a kilobyte, below which a server's headers weigh
 * more than what is saved; another form from 14, since a smaller one comes in the first ten packets of an answer either way
 * (RFC 6928).
 */
const thresholds = { pages: 1024, others: 14 * 1024 };
const text = /\.(?:html|css|js|mjs|json|svg|xml|atom|rss|txt|md|jsonld|webmanifest|bib|ris)$/;

const page = /\.html$/;

/** Files of the design, which every reader loads and whose number does not grow with the library. */
const shared = /\.(?:css|m?js|svg)$/;

/**
 * Bytes up to which files are compressed as far as brotli can: all pages together, and all other text together. A page
 * of 34 kB then takes 50 to 100 ms and has 9.6 kB, a megabyte 2 seconds of processor time. Beyond it quality is 9 with a
 * window of 64 kB: 1.3 ms and 11.3 kB, 17 % more. Between them, 10 takes 25 ms for 9.9 kB; 8 and 9 with a larger
 * window give 11.3 kB too and take 8 and 120 ms, for the tables that they fill. gzip at 9 takes 1 ms.
 * (Node 24.21, x86-64.) Pages have the higher limit, of about a hundred essays: a reader waits for their first bytes.
 */
const limits = { pages: 4 * 1024 ** 2, others: 1024 ** 2 };
const best = { [constants.BROTLI_PARAM_QUALITY]: 11 };
const fast = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 16 };

/**
 * Bytes from which a single file, such as all essays in one, has settings of its own. 7.3 MB of text take 0.2 s and have
 * 2.68 MB; with those for many small files they take 0.4 s and have 2.73 MB.
 */
const largeSize = 1024 ** 2;
const large = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 22 };

/** Files that are compressed at the same time, by the threads of Node's pool. */
const atOnce = 8;

const brotliOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);

/**
 * Puts a `.br` and a `.gz` beside every text file over its threshold, for servers that send files compressed
 * ahead. The same bytes every time: the head of a `.gz` names neither a time nor a system.
 */
export async function compressFiles(site: BuiltSite, cache: Cache): Promise<void> {
  const sizes = filesOf(site)
    .filter((path) => text.test(path))
    .map((path) => ({ path, size: site.taken.get(path)?.size ?? statSync(join(site.folder, path)).size }))
    .filter(({ path, size }) => size >= (isForPages(path) ? thresholds.pages : thresholds.others));
  const areSmall = {
    pages: bytesIn(sizes.filter(({ path }) => page.test(path))) <= limits.pages,
    others: bytesIn(sizes.filter(({ path }) => !page.test(path))) <= limits.others,
  };
  const queue = [...sizes];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { path, size } = next;
      const isBest = shared.test(path) || (page.test(path) ? areSmall.pages : areSmall.others);
      const settings = isBest ? best : size < largeSize ? fast : large;
      const key = keyOf(publishVersion, JSON.stringify(settings), sumOf(site, path));
      const [br, gz] = [`${path}.br`, `${path}.gz`];
      const isKept = cache.keep('compressed', key);
      if (isKept && takeMadeFile(site, br, key) && takeMadeFile(site, gz, key)) continue;
      const found = cache.get('compressed', key);
      const entry = found ?? (await compressed(readBytes(site, path), settings));
      if (!found) cache.put('compressed', key, entry);
      const [brotli, gzip] = splitEntry(entry);
      writeMadeFile(site, { path: br, content: brotli, key });
      writeMadeFile(site, { path: gz, content: gzip, key });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

function isForPages(path: string): boolean {
  return page.test(path) || shared.test(path);
}

function bytesIn(files: readonly { size: number }[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** @returns an entry of the cache: the length of the brotli file in four bytes, that file, the gzip file */
async function compressed(bytes: Uint8Array, settings: typeof best): Promise<Uint8Array> {
  const params = { ...settings, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const [br, gz] = await Promise.all([brotliOf(bytes, { params }), gzipOf(bytes, { level: 9 })]);
  gz[9] = 255; // the byte for the operating system: unknown
  const length = Buffer.alloc(4);
  length.writeUInt32LE(br.length);
  return Buffer.concat([length, br, gz]);
}

function splitEntry(entry: Uint8Array): [br: Uint8Array, gz: Uint8Array] {
  const end = 4 + Buffer.from(entry.subarray(0, 4)).readUInt32LE();
  return [entry.subarray(4, end), entry.subarray(end)];
}
