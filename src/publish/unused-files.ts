import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltSite, dropFile } from './built-site.ts';

const text = /\.(?:html|css|js|json|xml|webmanifest)$/;

/**
 * Takes away what Astro has put beside the pages and no page, style or script names: pictures of drafts, which
 * are not published, and the originals of pictures that are shown in other sizes.
 */
export function unusedFiles(site: BuiltSite): void {
  const texts = site.files.filter((path) => text.test(path));
  const named = texts.map((path) => readFileSync(join(site.folder, path), 'utf8')).join('\n');
  for (const path of site.files) {
    if (!path.startsWith('_astro/') || text.test(path)) continue;
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (!named.includes(name) && !named.includes(encodeURI(name))) dropFile(site, path);
  }
}
