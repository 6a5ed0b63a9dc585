import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectAll } from 'hast-util-select';
import { describe, expect, inject, it } from 'vitest';
import { headersFor } from '../../src/publish/headers.ts';
import { cloudfrontFunction, cloudfrontHeaders } from '../../src/publish/hosts/cloudfront.ts';
import { firebase } from '../../src/publish/hosts/firebase.ts';
import { vercel } from '../../src/publish/hosts/vercel.ts';
import { observatoryScore } from './observatory.ts';
import { parseSite } from './parsed-site.ts';

const folder = inject('site');
const site = parseSite(folder);
const file = readFileSync(join(folder, '_headers'), 'utf8');
const style = site.files.find((path) => /^_astro\/.*\.css$/.test(path)) ?? '';

interface Rule {
  source?: string;
  regex?: string;
  headers: { key: string; value: string }[];
}

/** What each host would send with a path, by its own rules: matching rules in order. */
const sent: Record<string, (path: string) => [string, string][]> = {
  'Netlify and Cloudflare Pages': (path) =>
    file.split('\n\n').flatMap((block) => {
      const [pattern = '', ...lines] = block.trimEnd().split('\n');
      if (!`/${path}`.startsWith(pattern.replace(/\*$/, ''))) return [];
      return lines.map((line): [string, string] => {
        const [name = '', ...rest] = line.trim().split(': ');
        return [name, rest.join(': ')];
      });
    }),
  Vercel: (path) => byRules(JSON.parse(vercel()).headers, path, '(.*)'),
  Firebase: (path) => byRules(JSON.parse(firebase()).hosting.headers, path, '**'),
  CloudFront: () => {
    const { SecurityHeadersConfig: own, CustomHeadersConfig: custom } = JSON.parse(
      cloudfrontHeaders('a.example'),
    );
    return [
      ['Content-Security-Policy', own.ContentSecurityPolicy.ContentSecurityPolicy],
      ['X-Content-Type-Options', own.ContentTypeOptions.Override ? 'nosniff' : ''],
      ['X-Frame-Options', own.FrameOptions.FrameOption],
      ['Referrer-Policy', own.ReferrerPolicy.ReferrerPolicy],
      ['Strict-Transport-Security', `max-age=${own.StrictTransportSecurity.AccessControlMaxAgeSec}`],
      ...custom.Items.map((item: { Header: string; Value: string }) => [item.Header, item.Value]),
    ];
  },
};

function byRules(rules: Rule[], path: string, any: string): [string, string][] {
  return rules
    .filter(({ source = '', regex }) =>
      regex
        ? new RegExp(regex).test(`/${path}`)
        : `/${path}`.startsWith(`/${source.replace(any, '').slice(1)}`),
    )
    .flatMap(({ headers }) => headers.map(({ key, value }): [string, string] => [key, value]));
}

const pages = site.pages.map((page) => ({
  path: page.path,
  meta: selectAll('meta[http-equiv=Content-Security-Policy]', page.tree).map((one) =>
    String(one.properties['content']),
  ),
}));

describe.each(Object.entries(sent))('the file for %s', (name, headersAt) => {
  it('says what the one source says', () => {
    for (const path of [
      '',
      'about/',
      'icon.svg',
      style,
      'pagefind/engine.pagefind',
      '.well-known/build.json',
    ]) {
      const found = Object.fromEntries(headersAt(path));
      const { 'Cache-Control': cache, ...rest } = headersFor(path);
      expect(found, path).toMatchObject(rest);
      if (path === style && name !== 'CloudFront') expect(found['Cache-Control']).toBe(cache);
      else expect([cache, undefined], path).toContain(found['Cache-Control']);
    }
  });

  it('earns 130 points of MDN’s HTTP Observatory on every page, where 120 were asked for', () => {
    for (const { path, meta } of pages) {
      const headers = Object.fromEntries(headersAt('').map(([key, value]) => [key.toLowerCase(), value]));
      expect(observatoryScore(headers, meta).score, path).toBe(130); // as hosts.md says
    }
  });
});

describe('without headers of ours', () => {
  const meta = pages[0]?.meta ?? [];
  it('the score is stated as it is: 55 with none, 75 where the host sends HSTS alone', () => {
    expect(observatoryScore({}, meta).score).toBe(55);
    expect(observatoryScore({ 'strict-transport-security': 'max-age=31556952' }, meta).score).toBe(75);
    expect(observatoryScore({}, []).score).toBe(30);
  });

  it('a page that claims what only a header can do gains nothing by it', () => {
    const pretending = meta.map((policy) => `${policy}; frame-ancestors 'none'`);
    expect(observatoryScore({}, pretending).score).toBe(55);
  });
});

describe('_headers', () => {
  it('keeps within the limits of Cloudflare: 100 rules, 2,000 characters a line', () => {
    expect(file.split('\n\n').length).toBeLessThanOrEqual(100);
    for (const line of file.split('\n')) expect(line.length).toBeLessThanOrEqual(2_000);
  });

  it('names no header in two rules that meet, whose values would be joined', () => {
    for (const path of ['', style, 'pagefind/index/x', 'pagefind/fragment/x']) {
      const names = (sent['Netlify and Cloudflare Pages'] ?? (() => []))(path).map(([key]) => key);
      expect(new Set(names).size, path).toBe(names.length);
    }
  });
});

/** Every address at which a file of the site is asked for, but those that are for hosts. */
const asked = site.files
  .filter((path) => path !== '_headers')
  .map((path) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`);

describe('the redirect for Vercel', () => {
  const [{ source, destination }] = JSON.parse(vercel()).redirects;
  const led = (path: string) => path.replace(new RegExp(`^${source}$`), destination);

  it('leads a folder without its slash to its address', () => {
    expect(led('/about')).toBe('/about/');
    expect(led('/essays/a')).toBe('/essays/a/');
  });

  it('leads no file of the site elsewhere', () => {
    expect(asked.map(led)).toEqual(asked);
  });
});

describe('the function for CloudFront', () => {
  it.each([
    ['/', '/index.html'],
    ['/about/', '/about/index.html'],
    ['/_astro/a.css', '/_astro/a.css'],
    ['/.well-known/build.json', '/.well-known/build.json'],
  ])('asks S3 for %s as %s', async (uri, key) => {
    expect(await handled(uri)).toEqual({ uri: key });
  });

  it('leads a folder without its slash to its address', async () => {
    expect(await handled('/about')).toMatchObject({
      statusCode: 301,
      headers: { location: { value: '/about/' } },
    });
  });

  it('leads no file of the site elsewhere', async () => {
    for (const path of asked) expect(await handled(path), path).not.toHaveProperty('statusCode');
  });

  async function handled(uri: string): Promise<unknown> {
    const module = `${cloudfrontFunction()}\nexport { handler };`;
    const { handler } = await import(`data:text/javascript,${encodeURIComponent(module)}`);
    return handler({ request: { uri } });
  }
});
