import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Cache, openCache } from '../../../src/cache/cache.ts';
import { siteCards } from '../../../src/library/site-cards.ts';
import { essayOf } from './essay-of.ts';

let folder: string;
let cache: Cache;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-cards-'));
  cache = openCache(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const essay = (slug: string, fields: Record<string, unknown> = {}) => essayOf(slug, 'Words.', fields);

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
  expect(found).toMatchObject({ line: 1 });
  expect(JSON.stringify(found)).toContain('The image `./wave.png` does not exist.');
  expect(JSON.stringify(found)).toContain('./waves.png');
});

it.each(['waves.png', './notes.txt', 'https://x.example/a.png'])(
  'takes no %s for a picture beside the text',
  async (source) => {
    await expect(essay('one', { image: { source, alt: 'A' } })).rejects.toThrow('beside the text');
  },
);
