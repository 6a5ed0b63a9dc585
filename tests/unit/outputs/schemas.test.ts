import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { z } from 'zod';
import { commentFeed } from '../../../src/outputs/comment-feeds.ts';
import { essayFeeds } from '../../../src/outputs/essay-feeds.ts';
import { sitemap } from '../../../src/outputs/sitemap.ts';
import { filesOf } from './publication.ts';

const schema = (name: string) => readFileSync(`tests/schemas/${name}`, 'utf8');

async function problemsOf(fileName: string, contents: string, name: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName, contents },
    extension: name.endsWith('.rng') ? 'relaxng' : 'schema',
    schema: schema(name),
  });
  return errors.map(({ message }) => message);
}

/**
 * The rules of RFC 4287 that are beside its grammar: an entry has an author, of its own or of its feed, and a page or
 * content.
 * @returns ids of the entries that break them
 */
function withoutAuthorOrPage(text: string): string[] {
  const isArray = (name: string) => name === 'entry' || name === 'link';
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', isArray });
  const { feed } = feedShape.parse(parser.parse(text));
  return feed.entry
    .filter(
      ({ author = feed.author, content, link }) =>
        author === undefined ||
        (content === undefined && !link.some(({ rel = 'alternate' }) => rel === 'alternate')),
    )
    .map(({ id }) => id);
}

const feedShape = z.object({
  feed: z.object({
    author: z.unknown().optional(),
    entry: z.array(
      z.object({
        id: z.string(),
        author: z.unknown().optional(),
        content: z.unknown().optional(),
        link: z.array(z.object({ rel: z.string().optional() })),
      }),
    ),
  }),
});

describe('by their schemas', () => {
  it('every Atom feed is as RFC 4287 says', async () => {
    const feeds = [...(await filesOf(essayFeeds)), ...(await filesOf(commentFeed))];
    const atom = feeds.filter(([path]) => path.endsWith('.xml'));
    expect(atom.length).toBeGreaterThan(4);
    for (const [path, text] of atom) {
      expect(await problemsOf('feed.xml', text, 'atom.rng'), path).toEqual([]);
      expect(withoutAuthorOrPage(text), path).toEqual([]);
    }
    const [, one = ''] = atom[0] ?? [];
    for (const [from, to] of [
      [/<updated>.*?<\/updated>/, '<updated>2026-03-04</updated>'],
      [/<updated>.*?<\/updated>/, '<updated>2026-13-04T00:00:00Z</updated>'],
      [/<updated>.*?<\/updated>/, '<updated>2026-03-04T00:00:00</updated>'],
      [/<id>.*?<\/id>/, ''],
      [/<entry\b/, '<extra/><entry'],
    ] as const)
      expect(await problemsOf('feed.xml', one.replace(from, to), 'atom.rng'), `${from}`).not.toEqual([]);
  });

  it('finds an entry without an author, and one without a page or content', () => {
    const feed = (inside: string) => `<feed><entry><id>a</id>${inside}</entry></feed>`;
    const [author, link] = ['<author><name>A</name></author>', '<link rel="alternate" href="/"/>'];
    expect(withoutAuthorOrPage(feed(author + link))).toEqual([]);
    expect(withoutAuthorOrPage(feed(link))).toEqual(['a']);
    expect(withoutAuthorOrPage(feed(`${author}<link rel="self" href="/"/>`))).toEqual(['a']);
    expect(withoutAuthorOrPage(feed(link).replace('<entry>', `${author}<entry>`))).toEqual([]);
  });

  it('every JSON feed is as JSON Feed 1.1 says', async () => {
    const feedSchema = z.fromJSONSchema(JSON.parse(schema('json-feed.schema.json')));
    const feeds = [...(await filesOf(essayFeeds)), ...(await filesOf(commentFeed))];
    const json = feeds.filter(([path]) => path.endsWith('.json'));
    expect(json.length).toBeGreaterThan(4);
    for (const [path, text] of json)
      expect(feedSchema.safeParse(JSON.parse(text)).error?.issues ?? [], path).toEqual([]);
    const [, one = ''] = json[0] ?? [];
    for (const wrong of [{ version: '1' }, { items: [{}] }, { feed_url: 'feed.json' }, { extra: 1 }])
      expect(feedSchema.safeParse({ ...JSON.parse(one), ...wrong }).success, JSON.stringify(wrong)).toBe(
        false,
      );
  });

  it('the sitemap is as sitemaps.org says', async () => {
    const text = (await filesOf(sitemap)).get('sitemap.xml') ?? '';
    expect(await problemsOf('sitemap.xml', text, 'sitemap.xsd')).toEqual([]);
    for (const [from, to] of [
      [/<loc>.*?<\/loc>/, '<loc>/about/</loc>'],
      [/<lastmod>.*?<\/lastmod>/, '<lastmod>3 March</lastmod>'],
      [/(<url>.*?<\/url>)/, '$1$1'],
    ] as const)
      expect(await problemsOf('sitemap.xml', text.replace(from, to), 'sitemap.xsd'), `${from}`).not.toEqual(
        [],
      );
  });
});
