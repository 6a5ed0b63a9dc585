import type { Element, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { absoluteAddress } from '../document/address.ts';
import type { SiteConfiguration } from '../document/configuration.ts';
import { words } from '../words/words.ts';
import type { Output } from './output.ts';

/** The description by which a browser offers the site's search in its address bar (OpenSearch 1.1). */
export const openSearch: Output = {
  addresses: [{ address: '/opensearch.xml', what: 'The search for the address bar of a browser.' }],
  files: ({ site }) => [{ path: 'opensearch.xml', content: Buffer.from(descriptionOf(site)) }],
};

function descriptionOf(site: SiteConfiguration): string {
  const description = element(
    'OpenSearchDescription',
    { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    '',
    [
      element('ShortName', {}, site.name.slice(0, 16)),
      element('Description', {}, words.search.title),
      element('InputEncoding', {}, 'UTF-8'),
      element(
        'Url',
        { type: 'text/html', template: `${absoluteAddress('/search/', site.url)}?q={searchTerms}` },
        '',
      ),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>${toHtml(description, { space: 'svg', closeEmptyElements: true })}`;
}

/** An element whose name keeps its capitals, which XML distinguishes and HTML does not. */
function element(tagName: string, properties: Properties, value: string, children: Element[] = []): Element {
  return { type: 'element', tagName, properties, children: value ? [{ type: 'text', value }] : children };
}
