import { readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
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

/** `/about/#x` seen from `/essays/a/` is `../../about/#x`. Both begin at the site's root. */
export function relativeTo(page: string, address: string): string {
  const [path = '', ...rest] = address.split(/(?=[?#])/);
  const folder = page.endsWith('/') ? page : posix.dirname(page);
  const relative = posix.relative(folder, path);
  const slash = path.endsWith('/') && relative !== '' ? '/' : '';
  return `${relative === '' ? './' : relative + slash}${rest.join('')}`;
}
