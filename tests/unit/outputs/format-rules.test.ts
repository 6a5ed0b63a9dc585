import { XMLParser } from 'fast-xml-parser';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { forLanguageModels } from '../../../src/outputs/for-language-models.ts';
import { openSearch } from '../../../src/outputs/open-search.ts';
import { sitemap } from '../../../src/outputs/sitemap.ts';
import { site } from '../../../src/site.ts';
import { testEssays } from './essays.ts';
import { filesOf, publication } from './publication.ts';

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
