import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import { type Cache, openCache } from '../../../src/cache/cache.ts';
import type { Frontmatter } from '../../../src/document/frontmatter.ts';
import { siteCards } from '../../../src/library/site-cards.ts';
import type { CompiledText } from '../../../src/library/text-compiler.ts';

let folder: string;
let cache: Cache;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-cards-'));
  cache = openCache(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function essay(slug: string, fields: Record<string, unknown> = {}): Promise<CompiledText<Frontmatter>> {
  const { document } = await compileText('Words.', { slug, ...fields });
  return {
    ...document,
    path: resolve('tests/specimen/essays/specimen/index.mdx'),
    source: '',
    key: slug,
    problems: [],
    commentCount: 0,
    hasComments: false,
    body: () => document.body,
    comments: () => [],
    html: () => null,
  };
}

const never = new AbortController().signal;

it('draws each card once, and none again while what it says is the same', async () => {
  const essays = [await essay('one'), await essay('two', { image: { source: './waves.png', alt: 'Waves' } })];
  await siteCards(cache, 'Site', 'en').draw(essays, never);
  const [one, two] = siteCards(cache, 'Site', 'en').files(essays);
  expect([one?.path, two?.path]).toEqual(['cards/one.png', 'cards/two.jpg']);
  const before = one?.content;
  expect(before?.length).toBeGreaterThan(1000);

  const wellKept = openCache(folder);
  await siteCards({ ...wellKept, put: () => expect.unreachable() }, 'Site', 'en').draw(essays, never);
  const renamed = [await essay('one', { title: 'Another title' })];
  await siteCards(cache, 'Site', 'en').draw(renamed, never);
  expect(siteCards(cache, 'Site', 'en').files(renamed)[0]?.content).not.toEqual(before);
});

it('reports a picture that does not exist, with the nearest that does', async () => {
  const image = { source: './wave.png', alt: 'A wave' };
  const [found] = await siteCards(cache, 'Site', 'en').problems([await essay('one', { image })]);
  expect(found).toMatchObject({ file: 'essay.md', line: 1 });
  expect(JSON.stringify(found)).toContain('The image `./wave.png` does not exist.');
  expect(JSON.stringify(found)).toContain('./waves.png');
});

it.each(['waves.png', './notes.txt', 'https://x.example/a.png'])(
  'takes no %s for a picture beside the text',
  async (source) => {
    await expect(essay('one', { image: { source, alt: 'A' } })).rejects.toThrow('beside the text');
  },
);
