import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openSite } from '../../src/publish/built-site.ts';
import { checkLinks } from '../../src/publish/check-links.ts';
import { policyOf } from '../../src/publish/content-policy.ts';
import { type ParsedPage, type ParsedSite, parseSite } from './parsed-site.ts';

const folder = inject('site');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const wire = (path: string) =>
  brotliCompressSync(readFileSync(join(folder, path)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
    .length;

let site: ParsedSite;
let essays: ParsedPage[];
beforeAll(() => {
  site = parseSite(folder);
  essays = site.pages.filter((page) => selectAll('article.essay', page.tree).length > 0);
});

const every = <T>(
  selector: string,
  map: (element: ReturnType<typeof selectAll>[number], path: string) => T,
) => site.pages.flatMap((page) => selectAll(selector, page.tree).map((element) => map(element, page.path)));

/** Paths of the files that a page's elements name, resolved from the page. */
const named = (page: ParsedPage, selector: string, attribute: string) =>
  selectAll(selector, page.tree).map((element) =>
    new URL(String(element.properties[attribute]), `https://site.invalid/${page.path}`).pathname.slice(1),
  );

it('the layers of style have the same rank on every page, whichever sheet comes first', () => {
  const rank = ['tokens', 'reset', 'type', 'page', 'prose', 'search', 'print'];
  for (const page of site.pages) {
    const linked = named(page, 'body link:is([rel=stylesheet], [as=style])', 'href').map(read);
    const css = [...selectAll('head style', page.tree).map(textOf), ...linked];
    const met = css.flatMap((sheet) =>
      [...sheet.matchAll(/@layer ([^;{]+)/g)].flatMap(([, one = '']) => one.split(/,\s*/)),
    );
    const first = [...new Set(met)];
    expect(first, page.path).toEqual(rank.filter((layer) => first.includes(layer)));
  }
});

it('no style names the thickness of a line in a shorthand, which Safari does not know', () => {
  const sheets = site.files.filter((path) => path.endsWith('.css')).map(read);
  const inPages = every('style', textOf);
  for (const css of [...sheets, ...inPages]) expect(css).not.toMatch(/text-decoration:[^;}]*\d/);
});

describe('bytes on the wire (brotli 11)', () => {
  it('HTML and blocking style of an essay fit one round trip, with the headers of the answer: 14,200', () => {
    expect(essays.length).toBeGreaterThan(0);
    for (const page of essays) {
      const blocking = [
        ...named(page, 'head link[rel=stylesheet]:not([media=print])', 'href'),
        ...named(page, 'script[src]:not([type=module], [defer], [async])', 'src'),
      ];
      const bytes = [page.path, ...blocking].map(wire);
      expect(
        bytes.reduce((sum, one) => sum + one),
        `${page.path}: ${bytes.join(' + ')}`,
      ).toBeLessThanOrEqual(14_200);
    }
  });

  it('no style sheet and no font is waited for: style stands in the page, and scripts ask for fonts and for late style', () => {
    for (const page of site.pages) {
      expect(selectAll('head link[rel=stylesheet]', page.tree), page.path).toEqual([]);
      expect(selectAll('head style', page.tree).length, page.path).toBeGreaterThan(0);
      // even a request of the lowest priority, if it ends before the text is painted, counts as one that it waited for
      expect(selectAll('body > link[rel=stylesheet]', page.tree), page.path).toEqual([]);
      expect(selectAll('link[as=style][media="not all"] + noscript', page.tree).length, page.path).toBe(
        page.path === '404.html' ? 0 : 1,
      );
      for (const script of selectAll('script[type=module][src]', page.tree))
        expect(script.properties['fetchPriority'], page.path).toBe('low');
      for (const link of selectAll('link[as=font]', page.tree))
        expect(link.properties['media'], page.path).toBe('not all');
    }
  });

  it('JavaScript before any interaction: 3,800, and none of it search', () => {
    for (const page of essays) {
      const first = named(page, 'script[src]', 'src');
      const loaded = new Set(first);
      for (const path of loaded) {
        for (const [, next] of read(path).matchAll(
          /(?:^|[;}\s])(?:import|export)(?:[^'"();]*from)?\s*["'](\.[^"']+)["']/g,
        ))
          loaded.add(join(path, '..', next ?? ''));
      }
      expect(
        [...loaded].map(wire).reduce((sum, one) => sum + one, 0),
        [...loaded].join(', '),
      ).toBeLessThanOrEqual(3_800);
      expect([...loaded].filter((path) => /pagefind/.test(path))).toEqual([]);
      expect(
        selectAll(
          'link:is([rel=preload], [rel=modulepreload], [rel=prefetch]):not([as=font], [as=style])',
          page.tree,
        ).map((link) => link.properties['href']),
      ).toEqual([]);
    }
  });
});

describe('what is loaded for reading', () => {
  it('is at most 7,700 bytes of JavaScript in all, without the search, the settings, the form for comments, the previews of links, the marks in a text that was changed, a reading of one and the font of formulas, and none of it blocks', () => {
    const scripts = site.files.filter(
      (path) =>
        path.startsWith('_astro/') &&
        path.endsWith('.js') &&
        !/search|worker|mark-passages|settings-sheet|comment-form|link-preview|changed-sections|giscus|rare-parts|reading-(?:start|along)/i.test(
          path,
        ),
    );
    const bytes = scripts.map((path) => wire(path));
    expect(
      bytes.reduce((sum, one) => sum + one, 0),
      scripts.join(', '),
    ).toBeLessThanOrEqual(7_700);
    for (const page of site.pages) expect(selectAll('script[src]:not([type=module])', page.tree)).toEqual([]);
  });

  it('for the previews of links, when a reader rests on one: at most 1,700', () => {
    const scripts = site.files.filter((path) => /_astro\/link-preview.*\.js$/.test(path));
    expect(scripts).toHaveLength(1);
    expect(scripts.map(wire)[0]).toBeLessThanOrEqual(1_700);
  });

  it('for the marks in a text that was changed since it was read: at most 600', () => {
    const scripts = site.files.filter((path) => /_astro\/changed-sections.*\.js$/.test(path));
    expect(scripts.map(wire)).toEqual([expect.toSatisfy((bytes: number) => bytes <= 600)]);
  });

  it('fonts that a page of plain English with formulas asks for: at most 70,000 bytes', () => {
    const specimen = inject('specimen');
    const fonts = readdirSync(join(specimen, '_astro'))
      .filter((name) => /core.*\.woff2$/.test(name))
      .map((name) => readFileSync(join(specimen, '_astro', name)).length);
    expect(fonts).toHaveLength(3); // upright, italic, and what most formulas need
    expect(fonts.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(70_000);
  });
});

describe('safety', () => {
  it('every page begins with its policy, before anything that it governs', () => {
    for (const page of site.pages) {
      const head = selectAll('head > *', page.tree);
      expect(head[0]?.properties['charSet'], page.path).toBe('utf-8');
      expect(head[1]?.properties['httpEquiv'], page.path).toEqual(['Content-Security-Policy']);
      expect(head[1]?.properties['content'], page.path).toBe(policyOf(page.elements));
    }
  });

  it('the policy lets nothing unsafe through and claims nothing that a page cannot enforce', () => {
    for (const policy of every('meta[http-equiv]', (meta) => String(meta.properties['content']))) {
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|frame-ancestors|report-uri|sandbox|https?:|\*/);
    }
  });

  it('no style attribute, no inline handler, no request to another site', () => {
    const attributes = every('*', (element, path) =>
      Object.keys(element.properties)
        .filter((name) => name === 'style' || /^on[A-Z]/.test(name))
        .map((name) => `${path}: ${element.tagName} ${name}`),
    ).flat();
    expect(attributes).toEqual([]);
    const fetched = every(
      'script[src], link:not([rel=canonical], [rel=license]), img, iframe, object, embed, video, audio, source',
      (element, path) => `${path}: ${element.properties['src'] ?? element.properties['href'] ?? ''}`,
    );
    expect(fetched.filter((address) => /: (?:[a-z]+:|\/\/)/.test(address))).toEqual([]);
    // the name of a namespace is an address that nobody asks for
    for (const style of site.files.filter((path) => path.endsWith('.css')))
      expect(read(style).replaceAll(/@namespace [^;]*;/g, '')).not.toMatch(/(?:https?:)?\/\/[a-z]|@import/);
  });
});

describe('the pages', () => {
  it('have no error by html-validate’s recommended rules', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-trailing-whitespace': 'off' },
    });
    for (const page of site.pages) {
      const report = await validator.validateString(read(page.path), page.path);
      expect(
        report.results.flatMap((result) =>
          result.messages.map(
            (message) => `${page.path}:${message.line}: ${message.ruleId}: ${message.message}`,
          ),
        ),
      ).toEqual([]);
    }
  });

  it('link only to files and fragments that exist', () => {
    expect(
      checkLinks(openSite(folder), site.pages).map((problem) => `${problem.file}: ${problem.message}`),
    ).toEqual([]);
  });

  it('have one h1, the landmarks, a skip link that leads to the text, a title and a description', () => {
    for (const page of site.pages) {
      const count = (selector: string) => selectAll(selector, page.tree).length;
      expect(
        [count('h1'), count('main'), count('body > header'), count('body > footer'), count('head > title')],
        page.path,
      ).toEqual([1, 1, 1, 1, 1]);
      expect(count('meta[name=description][content]'), page.path).toBe(1);
      const skip = selectAll('body > a', page.tree)[0]?.properties['href'];
      expect(count(`main[id="${String(skip).slice(1)}"]`), page.path).toBe(1);
    }
  });

  it('an essay lists every heading of its text, nested, and each heading has a labelled link', () => {
    for (const page of essays) {
      const headings = selectAll('.prose .heading > :is(h2, h3, h4, h5, h6)', page.tree);
      const listed = selectAll('.contents a', page.tree);
      expect(listed.map(textOf)).toEqual(headings.map(textOf));
      expect(listed.map((link) => link.properties['href'])).toEqual(
        headings.map((heading) => `#${encodeURIComponent(String(heading.properties['id']))}`),
      );
      const links = selectAll('.prose .heading > a', page.tree);
      expect(links.map((link) => String(link.properties['ariaLabel']))).toEqual(
        headings.map((heading) => `Link to “${textOf(heading)}”`),
      );
    }
  });

  it('the home page of one essay is its title page: title, subtitle, first paragraph and length', () => {
    const home = site.pages.find((page) => page.path === 'index.html');
    expect(essays).toHaveLength(1);
    for (const page of essays) {
      const titles = selectAll('main h1 a', home?.tree);
      expect(titles.map(textOf)).toEqual(selectAll('h1', page.tree).map(textOf));
      expect(titles.map(({ properties }) => properties['href'])).toEqual([page.address.slice(1)]);
      const text = textOf(home?.tree ?? page.tree).replaceAll(/\s+/g, ' ');
      expect(text).toContain(textOf(selectAll('.prose > p', page.tree)[0] ?? page.tree).slice(0, 80));
      expect(text).toMatch(/[\d,]+ words, about \d+ minutes/);
    }
  });
});

describe('the site', () => {
  it('is the same, byte for byte, when the site is built again', () => {
    const again = `${folder}-again`;
    execFileSync(process.execPath, ['src/commands/build.ts'], { env: { ...process.env, STET_OUT: again } });
    const files = (top: string) =>
      readdirSync(top, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(top.length))
        .sort();
    expect(files(again)).toEqual(files(folder));
    for (const file of files(folder))
      expect(readFileSync(again + file).equals(readFileSync(folder + file)), file).toBe(true);
  }, 300_000); // a whole build, on a busy machine
});
