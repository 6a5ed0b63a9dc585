import type { BreadcrumbList, WithContext } from 'schema-dts';
import { absoluteAddress, citeAddress, essayAddress } from '../../document/address.ts';
import type { SiteConfiguration } from '../../document/configuration.ts';
import { format, words } from '../../words/words.ts';

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

/** The way to the page that says how to cite an essay or a translation. */
export function citationSteps(
  { slug, title }: { slug: string; title: string },
  site: SiteConfiguration,
): WithContext<BreadcrumbList> {
  const steps = [
    { name: title, address: essayAddress(slug) },
    { name: format(words.cite.title, { title }), address: citeAddress(slug) },
  ];
  return { '@context': 'https://schema.org', ...breadcrumbs(steps, site) };
}
