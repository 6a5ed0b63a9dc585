import { absoluteAddress } from '../document/address.ts';
import { words } from '../words/words.ts';
import type { Output } from './output.ts';
import { xmlElement, xmlFile } from './xml.ts';

/** The description by which a browser offers the site's search in its address bar (OpenSearch 1.1). */
export const openSearch: Output = {
  addresses: [{ address: '/opensearch.xml', what: 'The search for the address bar of a browser.' }],
  files: ({ site }) => {
    const template = `${absoluteAddress('/search/', site.url)}?q={searchTerms}`;
    const description = xmlElement(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      [
        xmlElement('ShortName', {}, shortName(site.name)),
        xmlElement('Description', {}, words.search.title),
        xmlElement('InputEncoding', {}, 'UTF-8'),
        xmlElement('Url', { type: 'text/html', template }, ''),
      ],
    );
    return [{ path: 'opensearch.xml', content: xmlFile(description) }];
  },
};

/** At most 16 characters, as the format asks, and no half of one as a reader sees it. */
function shortName(name: string): string {
  let short = '';
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    if (short.length + segment.length > 16) break;
    short += segment;
  }
  return short.trim();
}
