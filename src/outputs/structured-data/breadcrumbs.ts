import type { BreadcrumbList } from 'schema-dts';
import { absoluteAddress } from '../../document/address.ts';
import type { SiteConfiguration } from '../../document/configuration.ts';

/** The way from the home page to a page. @param steps the pages after the home page, that page last */
export function breadcrumbs(
  steps: readonly { name: string; address: string }[],
  site: SiteConfiguration,
): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: site.name, address: '/' }, ...steps].map(({ name, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absoluteAddress(address, site.url),
    })),
  };
}
