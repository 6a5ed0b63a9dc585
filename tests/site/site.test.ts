import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { openSite } from '../../src/publish/built-site.ts';
import { checkLinks } from '../../src/publish/check-links.ts';
import { policyOf } from '../../src/publish/content-policy.ts';
import { essays, every, folder, named, read, site } from './test-site.ts';

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
  });
});
