import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Cache, openCache } from '../../../src/cache/cache.ts';
import { openSite } from '../../../src/publish/built-site.ts';
import { checkLinks } from '../../../src/publish/check-links.ts';
import { parseSite } from '../../site/parsed-site.ts';

const base = 'https://a.example/';
let folder = '';

function problems(
  files: Record<string, string>,
  brokenLinks: { address: string }[] = [],
  cache?: Cache,
): string[] {
  folder = mkdtempSync(join(tmpdir(), 'links-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return checkLinks(openSite(folder), parseSite(folder, base).pages, {
    base,
    brokenLinks,
    ...(cache ? { cache } : {}),
  }).map((one) => `${one.file}: ${one.message}`);
}

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const page = (body: string) => `<!DOCTYPE html><html><head></head><body>${body}</body></html>`;

describe('every link in the built site', () => {
  it('is named on one line, also where its address has a line end', () => {
    const files = { 'index.html': page('<a href="/a%0A%1Bb/">a</a><a href="/c/%0D#d">a</a>') };
    const all = problems(files);
    expect(all).toHaveLength(2);
    for (const one of all) expect(one).not.toMatch(/\p{Cc}/u);
    expect(all.join()).toContain('`a%0A%1Bb/index.html`');
  });

  it('passes where each leads somewhere', () => {
    const files = {
      'index.html': page(
        '<a href="/a/#x">a</a><a href="https://a.example/a/#x">a</a><img src="p.png" srcset="/p.png 1x, p.png 2x"><script type="application/ld+json">{"url":"https:\\/\\/stet.example\\/a\\/"}</script>',
      ),
      'a/index.html': page(
        '<p id="x">x</p><a href="https://elsewhere.example/no">out</a><a href="#top">up</a>',
      ),
      'p.png': '',
      'style.css': 'a{background:url("p.png")}b{background:url(data:x)}',
      'feed.xml': '<link>https://a.example/a/#x</link>',
    };
    expect(problems(files)).toEqual([]);
  });

  it('is named once where a feed repeats what a page says, and in the feed where none does', () => {
    const files = {
      'index.html': page('<a href="no.html">a</a>'),
      'feed.xml': '<a>https://a.example/no.html</a> <a>https://a.example/other.html</a>',
      'llms.txt': 'https://a.example/no.html',
    };
    expect(problems(files)).toEqual([
      expect.stringMatching(/^index\.html: The link `no\.html`/),
      expect.stringMatching(/^feed\.xml: .*other\.html/),
    ]);
  });

  it('names one with a `%` that begins no escape', () => {
    const files = { 'index.html': page('<a href="/100%/">a</a><a href="#50%">b</a>') };
    expect(problems(files)).toEqual([
      expect.stringContaining('`/100%/` is broken'),
      expect.stringContaining('`#50%` is broken'),
    ]);
  });

  it('lets through what is known to be broken, and nothing else', () => {
    const files = {
      'index.html': page('<a href="/b/">b</a><a href="/c/">c</a>'),
      'feed.xml': '<link>https://a.example/b/</link>',
    };
    expect(problems(files, [{ address: '/b/' }])).toEqual([expect.stringContaining('`/c/` is broken')]);
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'a page',
      { 'index.html': page('<a href="/b/">b</a>') },
      'index.html: The link `/b/` is broken: there is no file `b/index.html`.',
    ],
    ['a fragment', { 'index.html': page('<p id="one">1</p><a href="#on">b</a>') }, 'Did you mean `#one`?'],
    [
      'a fragment unlike all ids',
      { 'index.html': page('<p id="one">1</p><p id="two">2</p><a href="#something-else">b</a>') },
      'The most similar ids are: one, two.',
    ],
    [
      'a misspelt name of a page',
      { 'index.html': page('<a href="/esays/">b</a>'), 'essays/index.html': page('') },
      'Did you mean `/essays/`?',
    ],
    [
      'two elements with one id',
      { 'index.html': page('<p id="a">1</p><p id="a">2</p><p id="a">3</p>') },
      'Two elements have the id `a`.',
    ],
    [
      'a full address',
      { 'index.html': page('<a href="https://a.example/b/">b</a>') },
      'no file `b/index.html`',
    ],
    ['srcset', { 'index.html': page('<img src="" srcset="/no.png 2x">') }, '`/no.png` is broken'],
    ['style', { 'a/s.css': 'a{background:url(../no.png)}' }, 'a/s.css: The link `../no.png` is broken'],
    [
      'a feed',
      { 'feed.xml': '<id>https://a.example/no/</id>' },
      'feed.xml: The link `https://a.example/no/`',
    ],
    ['the sitemap', { 'sitemap.xml': '<loc>https://a.example/no/</loc>' }, 'sitemap.xml: '],
    [
      'JSON-LD',
      {
        'index.html': page('<script type="application/ld+json">{"url":"https://a.example/no/"}</script>'),
      },
      'no file `no/index.html`',
    ],
    [
      'a preview',
      { 'index.html': page('<meta property="og:image" content="https://a.example/no.png">') },
      '`no.png`',
    ],
  ])('is found in %s', (_name, files, sentence) => {
    expect(problems(files).join('\n')).toContain(sentence);
  });
});

it('reports a broken link once for each page, however often it is there', () => {
  const files = {
    'index.html': page('<a href="/b/">b</a><a href="/b/">b</a>'),
    'a/index.html': page('<a href="/b/">b</a>'),
  };
  expect(problems(files)).toHaveLength(2);
});

it('remembers the addresses in a file, and looks each of them up again', () => {
  const cache = openCache(mkdtempSync(join(tmpdir(), 'links-cache-')));
  const check = (files: Record<string, string>) => problems(files, [], cache);
  const feed = '<link href="https://a.example/b/"/>';
  expect(check({ 'feed.xml': feed, 'b/index.html': page('') })).toEqual([]);
  expect(check({ 'feed.xml': feed })).toHaveLength(1);
  expect(check({ 'feed.xml': feed.replaceAll('/b/', '/c/'), 'b/index.html': page('') })).toHaveLength(1);
  expect(check({ 'feed.xml': feed, 'b/index.html': page('') })).toEqual([]);
});
