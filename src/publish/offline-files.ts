import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cache } from '../cache/cache.ts';
import { cached } from '../cache/cached.ts';
import { keyOf } from '../cache/key.ts';
import { root } from '../paths.ts';
import { site as settings } from '../site.ts';
import { type BuiltSite, filesOf, sumOf, writeFile } from './built-site.ts';
import type { FinishedPage } from './finished-pages.ts';
import { notFoundPath } from './not-found-page.ts';

/** What a page shows or loads, and not the other forms of a text. */
const shown = /\.(?:svg|png|jpe?g|webp|avif|gif|mp3|m4a|ogg|wav|mp4|webm|vtt)$|\/previews\.xml$/;

/**
 * Writes the service worker, which is registered only where a reader chooses to keep pages, and the list of what can be
 * kept. Where the owner has switched this off, the worker deletes what an earlier one has kept.
 */
export async function addOfflineFiles(
  site: BuiltSite,
  pages: readonly FinishedPage[],
  cache: Cache,
  isOffered = settings.offline !== false,
): Promise<void> {
  if (!isOffered) {
    writeFile(site, 'service-worker.js', await scriptOf('clean-up', cache));
    return;
  }
  const offer = `${JSON.stringify(offerOf(site, pages))}\n`;
  const version = createHash('sha256').update(offer).digest('hex');
  writeFile(site, 'offline.json', offer);
  const script = await scriptOf('service-worker', cache);
  writeFile(site, 'service-worker.js', `const version = '${version}';\n${script}`);
}

function offerOf(site: BuiltSite, pages: readonly FinishedPage[]) {
  const files = filesOf(site);
  const htmlPaths = new Set(pages.map(({ path }) => path).filter((path) => path !== notFoundPath));
  const isShared = (path: string) => /^_astro\/.*\.(?:js|css|woff2)$|^[^/]+\.svg$/.test(path);
  const all = files.filter(
    (path) =>
      htmlPaths.has(path) || path.startsWith('_astro/') || path.startsWith('pagefind/') || shown.test(path),
  );
  const kept = all.filter((path) => !/^cards\//.test(path)).sort();
  const has = new Set(kept);
  const byFolder = shownByFolder(kept);
  const ofPages = pages.flatMap(({ path, address, assets }): [string, string[]][] => {
    if (!has.has(path)) return [];
    const folder = address.slice(1);
    const beside = byFolder.get(folder) ?? [];
    return [
      [folder, [...new Set([path, ...assets.filter((one) => has.has(one) && !isShared(one)), ...beside])]],
    ];
  });
  return {
    files: Object.fromEntries(kept.map((path) => [path, sumOf(site, path)])),
    shared: kept.filter(isShared),
    pages: Object.fromEntries(ofPages.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** The files that a page shows or loads, by every folder in which they are: `essays/a/`. */
function shownByFolder(paths: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths.filter((one) => shown.test(one)))
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      const folder = path.slice(0, end + 1);
      const before = found.get(folder);
      if (before) before.push(path);
      else found.set(folder, [path]);
    }
  return found;
}

/** A script in `src/offline` as browsers take it. */
async function scriptOf(name: 'service-worker' | 'clean-up', cache: Cache): Promise<string> {
  const source = readFileSync(join(root, `src/offline/${name}.ts`), 'utf8');
  const lock = readFileSync(join(root, 'package-lock.json'));
  const made = await cached(cache, 'offline-script', keyOf(lock, source), async () => {
    const { transformWithOxc } = await import('vite'); // Astro has it in memory already
    const { code } = await transformWithOxc(source, `${name}.ts`, { target: 'es2022', sourcemap: false });
    return Buffer.from(code.replace(/^export \{\};\n/m, ''));
  });
  return Buffer.from(made).toString('utf8');
}
