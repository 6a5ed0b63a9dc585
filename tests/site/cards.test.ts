import { join } from 'node:path';
import { selectAll } from 'hast-util-select';
import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import { previewSize } from '../../src/document/preview-card.ts';
import { type ParsedPage, parseSite } from './parsed-site.ts';

const base = 'https://fixture.example/';

const metaOf = ({ tree }: ParsedPage, name: string) =>
  selectAll('meta', tree).flatMap(({ properties }) =>
    [properties['property'], properties['name']].flat().includes(name) ? [properties['content']] : [],
  );

describe.each(['site', 'specimen'] as const)('the cards of the %s', (name) => {
  const site = parseSite(inject(name), base);
  const essays = site.pages.filter(({ path }) => /^essays\/[^/]+\/index\.html$/.test(path));

  it('are named by every essay, with their size and what they show', async () => {
    expect(essays.length).toBeGreaterThan(0);
    for (const page of essays) {
      const [address] = metaOf(page, 'og:image');
      expect(address).toMatch(new RegExp(`^${base}cards/`));
      const file = join(site.folder, String(address).slice(base.length));
      const { width, height } = await sharp(file).metadata();
      expect({ width, height }).toEqual(previewSize);
      expect(metaOf(page, 'og:image:width')).toEqual([`${width}`]);
      expect(metaOf(page, 'og:image:height')).toEqual([`${height}`]);
      expect(String(metaOf(page, 'og:image:alt')[0]).length).toBeGreaterThan(10);
      expect(metaOf(page, 'twitter:card')).toEqual(['summary_large_image']);
    }
  });

  it('are one file for each essay', () => {
    const slugs = essays.map(({ path }) => path.split('/')[1] ?? '');
    expect(site.files.filter((path) => path.startsWith('cards/'))).toEqual(
      slugs.sort().map((slug) => expect.stringMatching(new RegExp(`^cards/${slug}\\.(?:png|jpg)$`))),
    );
  });
});
