import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeComment } from '../../src/comments/comment-folder.ts';
import { mostOnEssay } from '../../src/document/comment-pages.ts';
import { scratchLibrary } from '../site/scratch-library.ts';
import { violations } from './axe.ts';
import { type SiteInBrowser, siteInBrowser } from './site-in-browser.ts';

const library = scratchLibrary('axe-pages');
let site: SiteInBrowser;
beforeAll(async () => {
  library.git('init', '-q');
  for (const [part, slug] of ['pier', 'quay'].entries()) {
    library.write(slug, 'Salt gets into every lock along the quay.', '## The locks', 'They rust.');
    const fields = `topics: [coasts, salt]\nseries: { name: Harbours, part: ${part + 1} }`;
    library.edit(slug, 'description: A', `description: A\n${fields}`);
  }
  for (let number = 0; number <= mostOnEssay; number += 1)
    writeComment(
      'quay',
      {
        id: `comment-${number}`,
        name: `Reader ${number}`,
        website: 'https://example.org/',
        date: '2026-02-01',
        block: null,
        quote: null,
        parent: null,
        role: number === 0 ? 'author' : null,
        origin: { kind: 'form', address: null },
        text: 'A remark of some *length*, such as people write.',
      },
      join(library.content, 'essays'),
    );
  for (const [day, from, to] of [
    ['2026-01-02', 'They rust', 'They rust'],
    ['2026-05-03', 'They rust', 'They all rust'],
  ] as const) {
    library.edit('quay', from, to);
    expect(await library.run('build')).toMatchObject({ code: 0 });
    library.git('add', '-A');
    library.git('commit', '-q', '-m', 'A version', `--date=${day}T12:00:00Z`);
  }
  expect(await library.run('build')).toMatchObject({ code: 0 });
  site = await siteInBrowser('/', library.out);
});
afterAll(() => site?.close());

const windows = [320, 768, 1280].flatMap((width) =>
  ([{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const).map((theme) => ({
    ...theme,
    viewport: { width, height: 640 },
  })),
);

/** The kinds of pages that `axe-states.test.ts` does not have. */
describe('no violation of any axe rule, at every width in every theme', () => {
  it.each([
    ['the list of several essays', ''],
    ['an essay with comments, in a series', 'essays/quay/'],
    ['the comments on an essay', 'essays/quay/comments/'],
    ['the history of an essay', 'essays/quay/history/'],
    ['how to cite an essay', 'essays/quay/cite/'],
    ['a series', 'series/harbours/'],
    ['a topic', 'topics/coasts/'],
    ['all topics', 'topics/'],
  ])('on %s', async (_name, path) => {
    for (const window of windows) {
      const page = await site.open(path, window);
      expect(await page.locator('h1').innerText(), path).not.toBe('Not found');
      expect(await violations(page), JSON.stringify(window)).toEqual([]);
      await page.context().close();
    }
  });

  it('on the search with its results', async () => {
    for (const window of windows) {
      const page = await site.open('search/?q=salt', window);
      await page.locator('site-search li mark').first().waitFor();
      expect(await violations(page), JSON.stringify(window)).toEqual([]);
      await page.context().close();
    }
  });
});
