import type { SearchAction, WebSite, WithActionConstraints, WithContext } from 'schema-dts';
import { absoluteAddress } from '../../document/address.ts';
import type { SiteConfiguration } from '../../document/configuration.ts';
import { publisherOf } from './article-summary.ts';

/** What the home page says of the site: its name, and the address of its search with a place for the words. */
export function website(site: SiteConfiguration): WithContext<WebSite> {
  const potentialAction: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${absoluteAddress('/search/', site.url)}?q={search_term_string}`,
    },
    'query-input': 'required name=search_term_string',
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': site.url,
    url: site.url,
    name: site.name,
    description: site.description,
    inLanguage: site.language,
    license: site.contentLicence.url,
    publisher: publisherOf(site),
    potentialAction,
  };
}
