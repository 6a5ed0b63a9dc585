import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { selectAll } from 'hast-util-select';
import { describe, expect, inject, it } from 'vitest';
import { essays, folder, named, read, site } from './test-site.ts';

/** How many bytes of a file go over the wire. */
const wire = (path: string) =>
  brotliCompressSync(readFileSync(join(folder, path)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
    .length;

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
