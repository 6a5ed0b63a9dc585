import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesIn } from './addresses.ts';
import type { BuiltSite } from './built-site.ts';

/**
 * Makes every link inside the site relative to its page, so that the same files work at `/`, in any folder
 * of a server and on gateways that put a site under a path of their own.
 * The 404 page is sent for addresses of any depth: `not-found-page.ts` sees to its links.
 */
export function portableLinks(site: BuiltSite): void {
  for (const page of site.pages) {
    if (page.path === '404.html') continue;
    for (const address of addressesIn(page.tree)) {
      if (address.element.tagName === 'link' && address.element.properties['rel']?.toString() === 'canonical')
        continue;
      if (/^\/(?!\/)/.test(address.value)) address.replace(relativeTo(page.address, address.value));
    }
  }
  for (const path of site.files.filter((file) => file.endsWith('.css'))) {
    const style = readFileSync(join(site.folder, path), 'utf8');
    const relative = style.replaceAll(
      /url\((["']?)(\/[^/)"'][^)"']*)\1\)/g,
      (_, quote, address) => `url(${quote}${relativeTo(`/${path}`, address)}${quote})`,
    );
    writeFileSync(join(site.folder, path), relative);
  }
}

/**
 * `/about/#x` seen from `/essays/a/` is `../../about/#x`. Both begin at the site's root. Each climbs to the root
 * first, and where that is the server's root too, which nobody can climb above, links are also right in a page
 * that a host shows without the slash at its end.
 */
export function relativeTo(page: string, address: string): string {
  return '../'.repeat(page.split('/').length - 2) + address.slice(1) || './';
}
