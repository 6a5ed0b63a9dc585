import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, inject, it } from 'vitest';
import { expanded } from '../unit/outputs/expanded-data.ts';
import { type ParsedPage, parseSite } from './parsed-site.ts';

const base = 'https://fixture.example/';

/** What the `<meta>` elements of a name say, in their order. */
const metaOf = ({ tree }: ParsedPage, name: string) =>
  selectAll('head meta', tree).flatMap(({ properties }) =>
    [properties['property'], properties['name']].flat().includes(name) ? [String(properties['content'])] : [],
  );

const dataOf = ({ tree }: ParsedPage) =>
  selectAll('script[type="application/ld+json"]', tree).map((block) => JSON.parse(textOf(block)));

describe.each(['site', 'specimen'] as const)('what the essays of the %s say of themselves', (name) => {
  const site = parseSite(inject(name), base);
  const essays = site.pages.filter(({ path }) => /^essays\/[^/]+\/index\.html$/.test(path));
  const authorsOf = (page: ParsedPage) => selectAll('.byline', page.tree).map(textOf);

  it('to those who show links: Open Graph, with days as ISO 8601', () => {
    expect(essays.length).toBeGreaterThan(0);
    for (const page of essays) {
      const [title] = selectAll('h1', page.tree).map(textOf);
      const days = selectAll('.facts time', page.tree).map(({ properties }) => properties['dateTime']);
      expect(metaOf(page, 'og:title')).toEqual([title]);
      expect(metaOf(page, 'og:type')).toEqual(['article']);
      expect(metaOf(page, 'og:url')).toEqual([`${base}${page.address.slice(1)}`]);
      expect(metaOf(page, 'og:site_name')).toEqual(['The Fixture']);
      expect(metaOf(page, 'og:description')).toEqual(metaOf(page, 'description'));
      expect(metaOf(page, 'article:published_time')).toEqual(days.slice(0, 1));
      expect(metaOf(page, 'article:modified_time')).toEqual(days.slice(1));
      expect(metaOf(page, 'article:tag')).toEqual(
        selectAll('.facts a[href*="topics/"]', page.tree).map(textOf),
      );
    }
  });

  it('to reference managers: Highwire, with days that have slashes', () => {
    for (const page of essays) {
      expect(metaOf(page, 'citation_title')).toEqual(metaOf(page, 'og:title'));
      expect(metaOf(page, 'citation_public_url')).toEqual(metaOf(page, 'og:url'));
      expect(metaOf(page, 'citation_language')).toEqual([
        selectAll('html', page.tree)[0]?.properties['lang'],
      ]);
      expect(metaOf(page, 'citation_publication_date').join()).toMatch(/^\d{4}\/\d\d\/\d\d$/);
      expect(metaOf(page, 'citation_author').map((author) => `By ${author}`)).toEqual(authorsOf(page));
      expect(metaOf(page, 'article:author')).toEqual(metaOf(page, 'citation_author'));
    }
  });

  it('to search engines: one block of data, which agrees with the file beside the page', () => {
    for (const page of essays) {
      const [block, ...others] = dataOf(page);
      expect(others).toEqual([]);
      const file = page.path.replace('index.html', 'index.jsonld');
      const [article] = expanded(JSON.parse(readFileSync(join(site.folder, file), 'utf8')));
      const [summary] = expanded(block);
      for (const [property, value] of Object.entries(summary ?? {}))
        if (property !== 'https://schema.org/image') expect(article?.[property]).toEqual(value);
    }
  });

  it('and the home page names the search', () => {
    const home = site.pages.find(({ path }) => path === 'index.html');
    const [block] = home ? dataOf(home) : [];
    expect(block).toMatchObject({ '@type': 'WebSite', potentialAction: { '@type': 'SearchAction' } });
  });
});

it('both have essays with and without authors', () => {
  const all = (['site', 'specimen'] as const).flatMap((name) => parseSite(inject(name), base).pages);
  const counts = all.flatMap((page) =>
    metaOf(page, 'og:type').length > 0 ? [metaOf(page, 'citation_author').length] : [],
  );
  expect(new Set(counts)).toEqual(new Set([0, 1]));
});
