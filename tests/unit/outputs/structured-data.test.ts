import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import { dataBlock } from '../../../src/document/data-block.ts';
import type { CommentOrPlace } from '../../../src/document/shown-comment.ts';
import type { PublishedEssay } from '../../../src/outputs/output.ts';
import { articleGraph, structuredData } from '../../../src/outputs/structured-data/article.ts';
import { articleSummary } from '../../../src/outputs/structured-data/article-summary.ts';
import { website } from '../../../src/outputs/structured-data/website.ts';
import { site } from '../../../src/site.ts';
import { published, testEssay, testEssays } from './essays.ts';
import { expanded, type Node } from './expanded-data.ts';

const page = 'https://fixture.example/essays/one/';
const essay = async (fields: Record<string, unknown> = {}, text = 'Words.') =>
  published(await compileText(text, { slug: 'one', ...fields }));
const article = (one: PublishedEssay): Node => {
  const [first] = expanded(JSON.parse(JSON.stringify(articleGraph(one, site))));
  if (!first) throw new Error('There is no article.');
  return first;
};
const schema = (name: string) => `https://schema.org/${name}`;
const ids = (nodes: unknown): unknown => (Array.isArray(nodes) ? nodes.map((node) => node['@id']) : nodes);

/** Every address in expanded data: ids, and values of properties that hold addresses. */
function addressesIn(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => addressesIn(one, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, one]) => addressesIn(one, name));
  return typeof value === 'string' && key === '@id' ? [value] : [];
}

describe('the structured data of an essay', () => {
  it.each(testEssays)('of %s has what an Article needs, and only absolute addresses', async (path) => {
    const one = await testEssay(path);
    const data = article(one);
    expect(data['@type']).toEqual([schema('BlogPosting')]);
    for (const name of ['headline', 'image', 'datePublished', 'publisher', 'wordCount', 'inLanguage'])
      expect(data[schema(name)], name).toHaveLength(1);
    expect(data[schema('wordCount')]).toEqual([{ '@value': one.words }]);
    expect(data[schema('license')]).toEqual([{ '@id': 'https://creativecommons.org/licenses/by/4.0/' }]);
    const found = addressesIn(data);
    expect(found.length).toBeGreaterThan(8);
    expect(found.filter((address) => !/^https:\/\/\S+$/.test(address))).toEqual([]);
  });

  it('has every section at its address that stands, nested, and every work cited', async () => {
    const one = await testEssay('tests/specimen/essays/specimen/index.mdx');
    const base = `https://fixture.example/essays/${one.slug}/#`;
    const data = article(one);
    expect(ids(data[schema('hasPart')])).toEqual(one.sections.map(({ id }) => base + encodeURIComponent(id)));
    expect(one.references.length).toBeGreaterThan(0);
    expect(ids(data[schema('isBasedOn')])).toEqual(one.references.map(({ id }) => base + id));
    const flat = JSON.stringify(data[schema('hasPart')]);
    const inner = one.sections.flatMap(({ sections }) => sections);
    for (const { id } of inner) expect(flat).toContain(`${base}${encodeURIComponent(id)}"`);
  });

  it('has its authors, the day of its last change and its own licence; without them it says nothing of them', async () => {
    const full = article(
      await essay({ authors: ['Ann Lee', 'Bo'], updated: '2026-02-03', licence: 'All rights reserved' }),
    );
    expect(full[schema('author')]).toMatchObject([
      { '@type': [schema('Person')], [schema('name')]: [{ '@value': 'Ann Lee' }] },
      { [schema('name')]: [{ '@value': 'Bo' }] },
    ]);
    expect(full[schema('dateModified')]).toEqual([{ '@value': '2026-02-03' }]);
    expect(full[schema('license')]).toMatchObject([
      { [schema('name')]: [{ '@value': 'All rights reserved' }] },
    ]);
    const plain = article(await essay());
    for (const name of ['author', 'dateModified', 'keywords', 'hasPart', 'isBasedOn', 'comment'])
      expect(plain, name).not.toHaveProperty([schema(name)]);
  });

  it('has approved comments with what they answer, and none that waits', async () => {
    const comment = (id: string, parent: string | null, isPending = false): CommentOrPlace => ({
      id,
      name: 'Yara',
      website: id === 'c-a' ? 'https://yara.example/' : null,
      date: '2026-02-03T09:30:00Z',
      isAuthor: false,
      isPending,
      parent,
      passage: null,
      quote: null,
      body: [{ type: 'text', value: `Said ${id}` }],
    });
    const one = {
      ...(await essay()),
      comments: () => [comment('c-a', null), comment('c-b', 'c-a'), comment('c-w', 'c-a', true)],
    };
    const data = article(one);
    expect(data[schema('commentCount')]).toEqual([{ '@value': 2 }]);
    expect(data[schema('comment')]).toMatchObject([
      { '@id': `${page}#c-a`, [schema('text')]: [{ '@value': 'Said c-a' }] },
      { '@id': `${page}#c-b`, [schema('parentItem')]: [{ '@id': `${page}#c-a` }] },
    ]);
    expect(JSON.stringify(data)).toContain('https://yara.example/');
  });

  it('has the way from the home page', async () => {
    const [, way] = expanded(JSON.parse(JSON.stringify(articleGraph(await essay({ title: 'One' }), site))));
    expect(way?.[schema('itemListElement')]).toMatchObject([
      { [schema('position')]: [{ '@value': 1 }], [schema('item')]: [{ '@id': 'https://fixture.example/' }] },
      { [schema('name')]: [{ '@value': 'One' }], [schema('item')]: [{ '@id': page }] },
    ]);
  });

  it('names an organisation as one, and a person as one', async () => {
    const data = article(await essay({ authors: ['European Commission', 'Ann Lee', 'Plato'] }));
    expect(data[schema('author')]).toMatchObject(
      ['Organization', 'Person', 'Person'].map((type) => ({ '@type': [schema(type)] })),
    );
  });

  it.each([
    { title: '“So,” she said: "no" \\ \'never\'' },
    { title: 'מאמר על אור', language: 'he', authors: ['נועה כהן'] },
    { title: '縦にも横にも読める文章', language: 'ja', topics: ['光'] },
    { title: '🜁'.repeat(40), subtitle: '</script>' },
    { title: 'A', canonical: 'https://first.example/a?b=c&d', licence: '"© me"', topics: ['a "b"', 'c'] },
    { title: 'A', series: { name: 'On "light" & <lamps>', part: 2 }, status: 'notes' },
  ])('of an odd essay is linked data as well: %j', async (fields) => {
    const one = await essay(fields, '## “A” & <b>"part"</b>\n\nWords.\n\n## ב\n\nWords.');
    const data = article(one);
    expect(data[schema('headline')]).toEqual([{ '@value': fields.title }]);
    expect(data[schema('inLanguage')]).toEqual([{ '@value': fields.language ?? 'en' }]);
    expect(data[schema('hasPart')]).toMatchObject(
      one.sections.map(({ title }) => ({ [schema('name')]: [{ '@value': title }] })),
    );
    expect(addressesIn(data).filter((address) => !/^https:\/\/[!-~]+$/.test(address))).toEqual([]);
  });

  it('is a file beside the page', async () => {
    const files = await structuredData.files({
      site,
      essay: await essay(),
      versions: [],
      pictures: new Map(),
    });
    expect(files.map(({ path }) => path)).toEqual(['essays/one/index.jsonld']);
  });

  it('on the page agrees with the file', async () => {
    const one = await essay({ authors: ['Ann Lee'], updated: '2026-02-03' });
    const [summary] = expanded(
      JSON.parse(JSON.stringify(articleSummary({ ...one.metadata, slug: one.slug }, site))),
    );
    const { [schema('image')]: image, ...rest } = summary ?? {};
    expect(article(one)).toMatchObject(rest);
    expect(article(one)[schema('image')]).toMatchObject([
      { [schema('url')]: [{ '@id': 'https://fixture.example/cards/one.png' }] },
    ]);
    expect(image).toEqual([{ '@id': 'https://fixture.example/cards/one.png' }]);
  });
});

describe('the structured data of the site', () => {
  it('names the site and its search', () => {
    expect(expanded(JSON.parse(JSON.stringify(website(site))))).toMatchObject([
      {
        '@id': 'https://fixture.example/',
        '@type': [schema('WebSite')],
        [schema('name')]: [{ '@value': site.name }],
        [schema('potentialAction')]: [
          {
            '@type': [schema('SearchAction')],
            [schema('target')]: [
              {
                [schema('urlTemplate')]: [
                  { '@value': 'https://fixture.example/search/?q={search_term_string}' },
                ],
              },
            ],
            [schema('query-input')]: [{ '@value': 'required name=search_term_string' }],
          },
        ],
      },
    ]);
  });
});

describe('data in a page', () => {
  it.each([
    '</script><script>alert(1)</script>',
    '<!--<script>',
    ']]>',
    '"\'\\',
    'a\u0000\u0007\u2028\u2029b',
    '</SCRIPT >',
  ])('keeps %j as it is', async (title) => {
    const data = articleSummary({ ...(await essay()).metadata, title, slug: 'one' }, site);
    const html = `<script type="application/ld+json">${dataBlock(data)}</script><p>after</p>`;
    const tree = fromHtml(html, { fragment: true });
    const block = select('script', tree);
    expect(tree.children).toHaveLength(2);
    expect(JSON.parse(block ? textOf(block) : '')).toMatchObject({ headline: title });
    expect(dataBlock(data)).not.toMatch(/[<>\u2028\u2029]/);
  });
});
