import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import type { BuiltPage, BuiltSite } from './built-site.ts';

/** An address that stands in a file and not in a link of a page. */
export interface WrittenAddress {
  /** The file it stands in, inside the site. */
  file: string;
  value: string;
}

/** Files that name pages by their full address: feeds, the sitemap, lists for machines. */
const lists = /\.(?:xml|json|jsonld|webmanifest|txt|md)$/;

/**
 * The addresses that pictures and fonts have in style, and the full addresses of this site in feeds, the sitemap
 * and other lists.
 * @param base the site's `url`
 */
export function addressesInFiles(site: BuiltSite, base: string): WrittenAddress[] {
  return site.files.flatMap((file) => {
    if (file.endsWith('.css')) {
      const style = readFileSync(join(site.folder, file), 'utf8');
      return [...style.matchAll(/url\(\s*(["']?)([^"')]+)\1\s*\)/g)].map((match) => ({
        file,
        value: match[2] ?? '',
      }));
    }
    if (!lists.test(file) || file.startsWith('pagefind/')) return [];
    return fullAddresses(readFileSync(join(site.folder, file), 'utf8'), base).map((value) => ({
      file,
      value,
    }));
  });
}

/** Full addresses of this site that a page tells machines: JSON-LD and previews. */
export function addressesForMachines(page: BuiltPage, base: string): string[] {
  const data = selectAll('script[type="application/ld+json"]', page.tree).map((script) => textOf(script));
  const told = selectAll('meta[content]', page.tree).map((meta) => String(meta.properties['content']));
  return [
    ...data.flatMap((text) => fullAddresses(text, base)),
    ...told.filter((one) => one.startsWith(base)),
  ];
}

function fullAddresses(text: string, base: string): string[] {
  const plain = text.replaceAll('\\/', '/').replaceAll('&amp;', '&').replaceAll('&#38;', '&');
  const found: string[] = [];
  for (let at = plain.indexOf(base); at >= 0; at = plain.indexOf(base, at + 1))
    found.push(/^[^\s"'<>\\)\]}]*/.exec(plain.slice(at))?.[0].replace(/[.,;]$/, '') ?? base);
  return found;
}
