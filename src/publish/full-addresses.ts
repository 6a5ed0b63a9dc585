import { type BuiltSite, filesOf, readText } from './built-site.ts';
import { attributeOf, type PageTree, textOf } from './page-tree.ts';

/** An address in a file that is no page. */
export interface AddressInFile {
  /** Path of the file inside the site. */
  file: string;
  value: string;
}

/** Files that name pages by their full address: feeds, the sitemap, lists for machines. */
const lists = /\.(?:xml|json|jsonld|webmanifest|txt|md)$/;

/**
 * The addresses of pictures and fonts in style sheets, and the full addresses of this site in feeds, the sitemap and
 * other lists.
 * @param base the site's `url`
 */
export function addressesInFiles(site: BuiltSite, base: string): AddressInFile[] {
  return filesOf(site).flatMap((file) => {
    if (file.endsWith('.css'))
      return [...readText(site, file).matchAll(/url\(\s*(["']?)([^"')]+)\1\s*\)/g)].map((match) => ({
        file,
        value: match[2] ?? '',
      }));
    if (!lists.test(file) || file.startsWith('pagefind/')) return [];
    return fullAddresses(readText(site, file), base).map((value) => ({ file, value }));
  });
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
