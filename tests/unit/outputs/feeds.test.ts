import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import type { SiteConfiguration } from '../../../src/document/configuration.ts';
import type { CommentOrPlace } from '../../../src/document/shown-comment.ts';
import { commentFeed, essayCommentFeeds } from '../../../src/outputs/comment-feeds.ts';
import { essayFeeds } from '../../../src/outputs/essay-feeds.ts';
import type { Publication, PublishedEssay } from '../../../src/outputs/output.ts';
import { site as fixture } from '../../../src/site.ts';
import { htmlWords } from './article-words.ts';
import { published, testEssay, testEssays } from './essays.ts';

const publicationOf = (
  essays: readonly PublishedEssay[],
  site: SiteConfiguration = fixture,
): Publication => ({
  site,
  essays,
  translations: [],
  pages: [],
  file: () => Buffer.from(''),
});

async function feedsOf(publication: Publication, output = essayFeeds) {
  const files = await output.files(publication);
  return new Map(files.map(({ path, content }) => [path, Buffer.from(content).toString('utf8')]));
}

const essay = async (fields: Record<string, unknown> & { slug: string }, text = 'Words.') =>
  published(await compileText(text, fields));

const comment = (id: string, parent: string | null, isPending = false): CommentOrPlace => ({
  id,
  name: 'Yara & <co>',
  website: null,
  date: '2026-02-03T09:30:00Z',
  isAuthor: false,
  isPending,
  parent,
  passage: null,
  quote: null,
  body: [
    { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: `Said ${id}` }] },
  ],
});

describe('the feed of essays', () => {
  it('has what RFC 4287 asks of a feed and of every entry', async () => {
    const one = await essay({ slug: 'one', title: 'A < B & "C"', updated: '2026-03-04', authors: ['Ann'] });
    const xml = (await feedsOf(publicationOf([one]))).get('feed.xml') ?? '';
    const feed = parseAtomFeed(xml);
    expect(feed).toMatchObject({
      id: 'tag:fixture.example,2026:feed',
      updated: '2026-03-04T00:00:00.000Z',
      authors: [{ name: expect.any(String) }],
      entries: [
        {
          id: 'tag:fixture.example,2026:essays/2026-01-02/one',
          title: { value: 'A < B & "C"' },
          published: '2026-01-02T00:00:00.000Z',
          updated: '2026-03-04T00:00:00.000Z',
          authors: [{ name: 'Ann' }],
          content: { type: 'html', value: '<p>Words.</p>' },
          links: [{ href: 'https://fixture.example/essays/one/', rel: 'alternate' }],
        },
      ],
    });
    expect(feed.links?.find(({ rel }) => rel === 'self')?.href).toBe('https://fixture.example/feed.xml');
  });

  it('is the same as JSON Feed 1.1', async () => {
    const one = await essay({ slug: 'one', authors: ['Ann'], topics: ['coasts'] });
    const value: unknown = JSON.parse((await feedsOf(publicationOf([one]))).get('feed.json') ?? '');
    expect(value).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: 'https://fixture.example/feed.json',
    });
    expect(parseJsonFeed(value).items?.[0]).toMatchObject({
      id: 'tag:fixture.example,2026:essays/2026-01-02/one',
      content_html: '<p>Words.</p>',
      tags: ['coasts'],
      authors: [{ name: 'Ann' }],
    });
  });

  it('keeps the ids of its entries when the slug, the path, and with `feedAuthority` the host change', async () => {
    const one = await essay({ slug: 'new-name' });
    const renamed = { ...one, firstSlug: 'one' };
    const moved = {
      ...fixture,
      url: 'https://other.example/a/b/' as const,
      feedAuthority: 'fixture.example,2026',
    };
    const feed = parseAtomFeed((await feedsOf(publicationOf([renamed], moved))).get('feed.xml') ?? '');
    expect(feed.id).toBe('tag:fixture.example,2026:feed');
    expect(feed.entries?.[0]?.id).toBe('tag:fixture.example,2026:essays/2026-01-02/one');
    expect(feed.entries?.[0]?.links?.[0]?.href).toBe('https://other.example/a/b/essays/new-name/');
  });

  it('has the newest changes first, at most 25', async () => {
    const essays = await Promise.all(
      Array.from({ length: 27 }, (_, index) =>
        essay({ slug: `e${index}`, ...(index === 26 ? { updated: '2026-09-09' } : {}) }),
      ),
    );
    const feed = parseAtomFeed((await feedsOf(publicationOf(essays))).get('feed.xml') ?? '');
    expect(feed.entries).toHaveLength(25);
    expect(feed.entries?.[0]?.id).toMatch(/\/e26$/);
    expect(feed.updated).toBe('2026-09-09T00:00:00.000Z');
  });

  it('exists for each topic and each series, in any script', async () => {
    const feeds = await feedsOf(
      publicationOf([
        await essay({ slug: 'one', topics: ['Coasts & Lights', 'بحر'], series: { name: 'Été', part: 1 } }),
        await essay({ slug: 'two', topics: ['Coasts & Lights'] }),
      ]),
    );
    expect([...feeds.keys()].filter((path) => path.endsWith('.xml'))).toEqual([
      'feed.xml',
      'topics/coasts-lights/feed.xml',
      'topics/بحر/feed.xml',
      'series/ete/feed.xml',
    ]);
    const topic = feeds.get('topics/coasts-lights/feed.xml') ?? '';
    expect(parseAtomFeed(topic).entries).toHaveLength(2);
    expect(topic).toContain('href="../../feed.css"');
    expect(parseAtomFeed(feeds.get('series/ete/feed.xml') ?? '').entries).toHaveLength(1);
  });

  it('opens in a browser as a page with links', async () => {
    const one = await essay({ slug: 'one', title: 'A & B' });
    const xml = (await feedsOf(publicationOf([one]))).get('feed.xml') ?? '';
    expect(xml).toContain('<?xml-stylesheet type="text/css" href="feed.css"?>');
    expect(xml).toMatch(/<div xmlns="http:\/\/www.w3.org\/1999\/xhtml"[^>]*><h1>/);
    expect(xml).toContain('<a href="https://fixture.example/essays/one/" lang="en" dir="ltr">A &#x26; B</a>');
  });
});

describe.each(testEssays)('the words of %s', (path) => {
  it('are in both feeds as they are on the page, with full addresses and no ids', async () => {
    const one = await testEssay(path);
    const feeds = await feedsOf(publicationOf([one]));
    const words = htmlWords(toHtml(one.body()));
    const content = parseAtomFeed(feeds.get('feed.xml') ?? '').entries?.[0]?.content?.value ?? '';
    expect(htmlWords(content)).toEqual(words);
    expect(
      [...content.matchAll(/\s(?:href|src)="([^"]*)"/g)].filter(([, to]) => !/^https:/.test(to ?? '')),
    ).toEqual([]);
    expect(content).not.toMatch(/<\w+(?:\s[^<>]*)?\sid="/);
    const json = parseJsonFeed(JSON.parse(feeds.get('feed.json') ?? ''));
    expect(json.items?.[0]?.content_html).toBe(content);
  });
});

describe('the feeds of comments', () => {
  const withComments = async () => ({
    ...(await essay({ slug: 'one' })),
    comments: () => [comment('c-a', null), comment('c-b', 'c-a'), comment('c-w', null, true)],
  });

  it('have the comments of one essay and of all, with what each answers', async () => {
    const one = await withComments();
    const all = parseAtomFeed((await feedsOf(publicationOf([one]), commentFeed)).get('comments.xml') ?? '');
    const files = await essayCommentFeeds.files({
      site: fixture,
      essay: one,
      versions: [],
      pictures: new Map(),
    });
    const own = parseAtomFeed(Buffer.from(files[0]?.content ?? []).toString('utf8'));
    expect(files.map(({ path }) => path)).toEqual(['essays/one/comments.xml', 'essays/one/comments.json']);
    expect(own.entries).toEqual(all.entries);
    expect(all.entries).toMatchObject([
      {
        id: 'tag:fixture.example,2026:essays/2026-01-02/one/comments/c-a',
        authors: [{ name: 'Yara & <co>' }],
        content: { value: '<p>Said c-a</p>' },
        links: [{ href: 'https://fixture.example/essays/one/#c-a' }],
        thr: { inReplyTos: [{ ref: 'tag:fixture.example,2026:essays/2026-01-02/one' }] },
      },
      { thr: { inReplyTos: [{ ref: 'tag:fixture.example,2026:essays/2026-01-02/one/comments/c-a' }] } },
    ]);
  });

  it('never have one that waits, and are not there without comments', async () => {
    const one = await withComments();
    const feeds = await feedsOf(publicationOf([one]), commentFeed);
    expect([...feeds.values()].join()).not.toContain('c-w');
    const none = publicationOf([await essay({ slug: 'two' })]);
    expect(await commentFeed.files(none)).toEqual([]);
  });
});
