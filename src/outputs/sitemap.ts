import type { Element } from 'hast';
import { absoluteAddress, essayAddress } from '../document/address.ts';
import { lastChanged } from '../document/last-changed.ts';
import type { Output, Publication, PublishedEssay } from './output.ts';
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

function sitemapOf({ site, essays, pages, translations }: Publication): Uint8Array {
  const url = (address: string, day: string | null, alternates: Element[] = []): Element =>
    xmlElement('url', {}, [
      xmlElement('loc', {}, absoluteAddress(address, site.url)),
      ...(day === null ? [] : [xmlElement('lastmod', {}, day)]),
      ...alternates,
    ]);
  const byEssay = Map.groupBy(translations, ({ original }) => original);
  const inLanguages = (essay: PublishedEssay) => {
    const all = [essay, ...(byEssay.get(essay.slug) ?? [])];
    const links = all.length === 1 ? [] : alternatesOf(all, site.url);
    return all
      .filter(({ metadata }) => metadata.canonical === undefined)
      .map(({ slug, metadata }) => url(essayAddress(slug), lastChanged(metadata), links));
  };
  const languageLinks = translations.length === 0 ? {} : { 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' };
  const days = essays.map(({ metadata }) => lastChanged(metadata)).sort();
  return xmlFile(
    xmlElement('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', ...languageLinks }, [
      url('/', days.at(-1) ?? null),
      ...essays.flatMap(inLanguages),
      ...pages.map(({ slug }) => url(`/${slug}/`, null)),
    ]),
  );
}

/** An essay in each of its languages, itself first. */
function alternatesOf(all: readonly Pick<PublishedEssay, 'slug' | 'metadata'>[], base: string): Element[] {
  const link = (hreflang: string, slug: string) =>
    xmlElement(
      'xhtml:link',
      { rel: ['alternate'], hreflang, href: absoluteAddress(essayAddress(slug), base) },
      [],
    );
  return [
    ...all.map(({ slug, metadata }) => link(metadata.language, slug)),
    link('x-default', all[0]?.slug ?? ''),
  ];
}

function robots({ site }: Publication): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absoluteAddress('/sitemap.xml', site.url)}\n`;
}
