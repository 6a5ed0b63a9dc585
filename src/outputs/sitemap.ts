import type { Element } from 'hast';
import { absoluteAddress, essayAddress } from '../document/address.ts';
import { lastChanged } from '../document/last-changed.ts';
import type { Output, Publication } from './output.ts';
import { xmlElement, xmlFile } from './xml.ts';

/**
 * Every page that a search engine should show, with the day of its last change where an author has said it. Essays that
 * were published first elsewhere are left out: their canonical address is there.
 */
export const sitemap: Output = {
  addresses: [
    { address: '/sitemap.xml', what: 'Every page for search engines, with the day of its last change.' },
    { address: '/robots.txt', what: 'That programs may read everything, and where the sitemap is.' },
  ],
  files: (publication) => [
    { path: 'sitemap.xml', content: sitemapOf(publication) },
    { path: 'robots.txt', content: Buffer.from(robots(publication)) },
  ],
};

function sitemapOf({ site, essays, pages }: Publication): Uint8Array {
  const url = (address: string, day: string | null): Element =>
    xmlElement('url', {}, [
      xmlElement('loc', {}, absoluteAddress(address, site.url)),
      ...(day === null ? [] : [xmlElement('lastmod', {}, day)]),
    ]);
  const days = essays.map(({ metadata }) => lastChanged(metadata)).sort();
  return xmlFile(
    xmlElement('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, [
      url('/', days.at(-1) ?? null),
      ...essays
        .filter(({ metadata }) => metadata.canonical === undefined)
        .map(({ slug, metadata }) => url(essayAddress(slug), lastChanged(metadata))),
      ...pages.map(({ slug }) => url(`/${slug}/`, null)),
    ]),
  );
}

function robots({ site }: Publication): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absoluteAddress('/sitemap.xml', site.url)}\n`;
}
