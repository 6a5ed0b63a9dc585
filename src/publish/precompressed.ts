import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { addFile, type BuiltSite } from './built-site.ts';

/** Text of a kilobyte or more; below that a server's headers weigh more than what is saved. */
const threshold = 1024;
const text = /\.(?:html|css|js|mjs|json|svg|xml|atom|rss|txt|webmanifest|bib|ris)$/;

/**
 * Puts a `.br` and a `.gz` beside every text file over the threshold, for servers that send files compressed
 * ahead. The same bytes every time: the head of a `.gz` names neither a time nor a system.
 */
export function precompress(site: BuiltSite): void {
  for (const path of site.files.filter((one) => text.test(one))) {
    const bytes = readFileSync(join(site.folder, path));
    if (bytes.length < threshold) continue;
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const zipped = gzipSync(bytes, { level: 9 });
    zipped[9] = 255; // the byte for the operating system: unknown
    addFile(site, `${path}.br`, brotliCompressSync(bytes, { params }));
    addFile(site, `${path}.gz`, zipped);
  }
}
