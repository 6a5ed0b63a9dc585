import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { z } from 'zod';
import { compileText } from '../../../bench/compile-text.ts';
import type { CommentOrPlace } from '../../../src/document/shown-comment.ts';
import { commentFeed } from '../../../src/outputs/comment-feeds.ts';
import { essayFeeds } from '../../../src/outputs/essay-feeds.ts';
import { forLanguageModels } from '../../../src/outputs/for-language-models.ts';
import { openSearch } from '../../../src/outputs/open-search.ts';
import type { Output, Publication } from '../../../src/outputs/output.ts';
import { sitemap } from '../../../src/outputs/sitemap.ts';
import { site } from '../../../src/site.ts';
import { published, testEssay, testEssays } from './essays.ts';

const comment = (id: string, parent: string | null): CommentOrPlace => ({
  id,
  name: 'Yara & <co>',
  website: null,
  date: '2026-02-03T09:30:00Z',
  isAuthor: false,
  isPending: false,
  parent,
  passage: null,
  quote: null,
  body: [{ type: 'text', value: 'Said ]]> & more' }],
});

/** Essays that use every construct, and one whose every field wants to be something else. */
async function publication(): Promise<Publication> {
  const hostile = published(
    await compileText('Words ]]> & <https://a.example/?a=1&b=2>', {
      slug: 'hostile',
      title: 'A ]]> & <b> "q" [x](y)',
      description: '</summary> & <![CDATA[',
      authors: ['O’Neill & <sons>'],
      topics: ['R&D <x>', 'بحر'],
      licence: '© <me>',
    }),
  );
  const essays = [
    { ...hostile, comments: () => [comment('c-a', null), comment('c-b', 'c-a')] },
    ...(await Promise.all(testEssays.map(testEssay))),
  ];
  const about = { slug: 'about', metadata: { title: 'About', description: 'A.' } };
  return { site, essays, translations: [], pages: [about], file: () => Buffer.from('') };
}

async function filesOf(output: Output): Promise<Map<string, string>> {
  const files = await output.files(await publication());
  return new Map(files.map(({ path, content }) => [path, Buffer.from(content).toString('utf8')]));
}

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

describe('by their rules', () => {
  it('robots.txt has a group for every robot, rules only in groups, and the full address of the sitemap (RFC 9309)', async () => {
    const text = (await filesOf(sitemap)).get('robots.txt') ?? '';
    expect(Buffer.byteLength(text)).toBeLessThan(500 * 1024);
    let inGroup = false;
    for (const line of text.split('\n').filter((one) => !/^\s*(?:#|$)/.test(one))) {
      const [, name = '', value = ''] = /^([a-z-]+):\s*(\S.*)$/i.exec(line) ?? [];
      expect(name.toLowerCase(), line).toMatch(/^(?:user-agent|allow|disallow|sitemap)$/);
      if (/^user-agent$/i.test(name)) inGroup = true;
      else if (/^sitemap$/i.test(name))
        expect(new URL(value).href).toBe('https://fixture.example/sitemap.xml');
      else expect([inGroup, value.startsWith('/')]).toEqual([true, true]);
    }
    expect(text).toMatch(/^User-agent: \*$/m);
  });

  it('robots.txt lets every robot fetch every page, by the longest rule that matches (RFC 9309, 2.2.2)', async () => {
    const robots = (await filesOf(sitemap)).get('robots.txt') ?? '';
    const pages = [...((await filesOf(sitemap)).get('sitemap.xml') ?? '').matchAll(/<loc>(.*?)<\/loc>/g)];
    expect(pages.length).toBeGreaterThan(3);
    for (const robot of ['Googlebot', 'GPTBot', '*'])
      for (const [, address = ''] of [...pages, ['', `${site.url}llms.txt`], ['', `${site.url}a?b=c`]])
        expect([robot, address, mayFetch(robots, robot, address)]).toEqual([robot, address, true]);
    expect(mayFetch('User-agent: *\nAllow: /\nDisallow: /a', 'GPTBot', 'https://a.example/a/b')).toBe(false);
    expect(mayFetch('User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nAllow: /', 'GPTBot', site.url)).toBe(
      false,
    );
    expect(mayFetch('User-agent: *\nDisallow: /*?b=', 'GPTBot', 'https://a.example/a?b=c')).toBe(false);
  });

  it('llms.txt is a title, a summary, text without headings, and lists of links under headings (llmstxt.org)', async () => {
    const { children } = fromMarkdown((await filesOf(forLanguageModels)).get('llms.txt') ?? '');
    const [title, summary, ...rest] = children;
    expect(title).toMatchObject({ type: 'heading', depth: 1 });
    expect(textOf(title)).toBe(site.name);
    expect(summary?.type).toBe('blockquote');
    const first = rest.findIndex(({ type }) => type === 'heading');
    expect(first).toBeGreaterThanOrEqual(0);
    const sections = rest.slice(first);
    expect(sections.map(({ type }) => type)).toEqual(['heading', 'list']);
    const [, list] = sections;
    const items = list?.type === 'list' ? list.children : [];
    expect(items).toHaveLength(testEssays.length + 1);
    for (const item of items) {
      const [paragraph] = item.children;
      const [link, notes] = paragraph?.type === 'paragraph' ? paragraph.children : [];
      expect(link?.type === 'link' && link.url).toMatch(
        /^https:\/\/fixture\.example\/essays\/[^/]+\/index\.md$/,
      );
      expect(notes).toMatchObject({ type: 'text', value: expect.stringMatching(/^: \S/) });
    }
    const [hostile] = (await publication()).essays;
    expect(textOf(items[0])).toBe(`${hostile?.metadata.title}: ${hostile?.metadata.description}`);
  });

  it.each([
    ['A', 'A'],
    ['A & <b> "c"', 'A & <b> "c"'],
    ['The Very Long Name of a Site', 'The Very Long Na'],
    ['Fifteen letter 👩‍👩‍👧‍👦', 'Fifteen letter'],
    ['مقالات الضوء والبحر', 'مقالات الضوء وال'],
  ])('the description for OpenSearch of a site called %j is as OpenSearch 1.1 says', async (name, short) => {
    const files = await openSearch.files({ ...(await publication()), site: { ...site, name } });
    const xml = Buffer.from(files[0]?.content ?? []).toString('utf8');
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      trimValues: false,
      htmlEntities: true,
    });
    const { OpenSearchDescription: found } = openSearchShape.parse(parser.parse(xml));
    expect(found.ShortName).toBe(short);
    const address = found.Url.template.replace('{searchTerms}', encodeURIComponent('a b'));
    expect(address).toBe('https://fixture.example/search/?q=a%20b');
  });
});

/** Whether a robot may fetch an address: by the group of its name, or else that of all. */
function mayFetch(robots: string, robot: string, address: string): boolean {
  const groups = new Map<string, [allows: boolean, rule: string][]>();
  let names: string[] = [];
  let isNew = true;
  for (const line of robots.split(/\r?\n/)) {
    const [, name = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*?)\s*(?:#.*)?$/i.exec(line) ?? [];
    if (/^user-agent$/i.test(name)) {
      names = isNew ? [value.toLowerCase()] : [...names, value.toLowerCase()];
      for (const one of names) groups.set(one, groups.get(one) ?? []);
    } else if (/^(?:dis)?allow$/i.test(name) && value !== '')
      for (const one of names) groups.get(one)?.push([/^allow$/i.test(name), value]);
    isNew = !/^user-agent$/i.test(name);
  }
  const { pathname, search } = new URL(address);
  const matches = (rule: string) => {
    const pattern = rule
      .replace(/\$$/, '')
      .split('*')
      .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${pattern.join('.*')}${rule.endsWith('$') ? '$' : ''}`).test(pathname + search);
  };
  const rules = (groups.get(robot.toLowerCase()) ?? groups.get('*') ?? []).filter(([, rule]) =>
    matches(rule),
  );
  const longest = Math.max(...rules.map(([, rule]) => rule.length));
  return rules.length === 0 || rules.some(([allows, rule]) => allows && rule.length === longest);
}

/** What OpenSearch 1.1 (draft 6) asks of a description: each of these elements once, with its limits, and no other. */
const openSearchShape = z.object({
  OpenSearchDescription: z.strictObject({
    '#text': z.string().regex(/^\s*$/).optional(),
    xmlns: z.literal('http://a9.com/-/spec/opensearch/1.1/'),
    ShortName: z
      .string()
      .min(1)
      .max(16)
      .regex(/^\S.*\S$|^\S$/),
    Description: z.string().min(1).max(1024),
    InputEncoding: z.literal('UTF-8'),
    Url: z.strictObject({
      type: z.literal('text/html'),
      template: z.string().regex(/^https:\/\/[^{}\s]+\{searchTerms\}$/),
    }),
  }),
});
