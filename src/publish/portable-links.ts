import { addressesIn } from './addresses.ts';
import { type BuiltSite, filesOf, readText, writeFile } from './built-site.ts';
import { attributeOf, type PageTree } from './page-tree.ts';

/**
 * Makes every link inside the site relative to its page, so that the same files work at `/`, in any folder
 * of a server and on gateways that put a site under a path of their own.
 * The 404 page is sent for addresses of any depth: `not-found-page.ts` sees to its links.
 * @param address of the page from the site's root
 */
export function portableLinks({ elements }: PageTree, address: string): void {
  for (const { element, value, replace } of addressesIn(elements)) {
    if (element.tagName === 'link' && attributeOf(element, 'rel') === 'canonical') continue;
    if (/^\/(?!\/)/.test(value)) replace(relativeTo(address, value));
  }
}

/** The same for the addresses in style sheets. */
export function portableStyles(site: BuiltSite): void {
  for (const path of filesOf(site).filter((file) => file.endsWith('.css'))) {
    writeFile(site, path, portableStyle(readText(site, path), `/${path}`));
  }
}

/** Makes the addresses in a style sheet relative. @param from address of the file or page that has it */
export function portableStyle(style: string, from: string): string {
  return style.replaceAll(
    /url\((["']?)(\/[^/)"'][^)"']*)\1\)/g,
    (_, quote, address) => `url(${quote}${relativeTo(from, address)}${quote})`,
  );
}

/**
 * `/about/#x` seen from `/essays/a/` is `../../about/#x`. Both begin at the site's root. Each climbs to the root
 * first, and where that is the server's root too, which nobody can climb above, links are also right in a page
 * that a host shows without the slash at its end.
 */
export function relativeTo(page: string, address: string): string {
  return '../'.repeat(page.split('/').length - 2) + address.slice(1) || './';
}
