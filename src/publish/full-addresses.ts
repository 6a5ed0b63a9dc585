import type { Cache } from '../cache/cache.ts';
import { cachedMap } from '../cache/cached-map.ts';
import { codeVersion } from '../cache/key.ts';
import { root } from '../paths.ts';
import { type BuiltSite, filesOf, readText, sumOf } from './built-site.ts';
import { attributeOf, type PageTree, textOf } from './page-tree.ts';

/** An address in a file that is no page. */
export interface AddressInFile {
  /** Path of the file inside the site. */
  file: string;
  value: string;
}

/** What decides which addresses are found in a file. */
const addressVersion = codeVersion(root, ['src/publish/full-addresses.ts']);

/** Files that name pages by their full address: feeds, the sitemap, lists for machines. */
const lists = /\.(?:xml|json|jsonld|webmanifest|txt|md)$/;

/**
 * The addresses of pictures and fonts in style sheets, and the full addresses of this site in feeds, the sitemap and
 * other lists.
 * @param base the site's `url`
 * @param cache what was found in files that are as they were
 */
export function addressesInFiles(site: BuiltSite, base: string, cache?: Cache): AddressInFile[] {
  const known = cache && cachedMap<string[]>(cache, 'file-addresses', addressVersion);
  const addressesIn = (file: string, find: (text: string) => string[]) => {
    const key = `${base} ${sumOf(site, file)}`;
    const found = known?.get(key) ?? [...new Set(find(readText(site, file)))];
    known?.set(key, found);
    return found.map((value) => ({ file, value }));
  };
  const addresses = filesOf(site).flatMap((file) => {
    if (file.endsWith('.css')) return addressesIn(file, styleAddresses);
    if (!lists.test(file) || file.startsWith('pagefind/')) return [];
    return addressesIn(file, (text) => fullAddresses(text, base));
  });
  known?.close();
  return addresses;
}

function styleAddresses(text: string): string[] {
  return [...text.matchAll(/url\(\s*(["']?)([^"')]+)\1\s*\)/g)].map((match) => match[2] ?? '');
}

/** Full addresses of this site in what a page says to machines: JSON-LD and previews. */
export function addressesInMetadata({ elements }: PageTree, base: string): string[] {
  return elements.flatMap((element) => {
    if (element.tagName === 'script' && attributeOf(element, 'type') === 'application/ld+json')
      return fullAddresses(textOf(element), base);
    if (element.tagName !== 'meta') return [];
    const content = attributeOf(element, 'content');
    return content?.startsWith(base) ? [content] : [];
  });
}

function fullAddresses(text: string, base: string): string[] {
  const plain = text.replaceAll('\\/', '/').replaceAll(/&(?:amp|#38|#x26);/gi, '&');
  const found: string[] = [];
  for (let at = plain.indexOf(base); at >= 0; at = plain.indexOf(base, at + 1))
    found.push(/^[^\s"'<>\\)\]}]*/.exec(plain.slice(at))?.[0].replace(/[.,;]$/, '') ?? base);
  return found;
}
