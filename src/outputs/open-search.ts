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
        xmlElement('ShortName', {}, site.name.slice(0, 16)),
        xmlElement('Description', {}, words.search.title),
        xmlElement('InputEncoding', {}, 'UTF-8'),
        xmlElement('Url', { type: 'text/html', template }, ''),
      ],
    );
    return [{ path: 'opensearch.xml', content: xmlFile(description) }];
  },
};
