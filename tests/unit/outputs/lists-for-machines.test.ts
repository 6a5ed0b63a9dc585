import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import { forLanguageModels } from '../../../src/outputs/for-language-models.ts';
import { essayMarkdown, markdownPath } from '../../../src/outputs/markdown.ts';
import type { Publication } from '../../../src/outputs/output.ts';
import { sitemap } from '../../../src/outputs/sitemap.ts';
import { site } from '../../../src/site.ts';
import { published } from './essays.ts';

async function publication(): Promise<Publication> {
  const one = published(
    await compileText('One.', { slug: 'one', title: 'A [b] & <c>', updated: '2026-03-04' }),
  );
  const two = published(
    await compileText('Two.', { slug: 'two', changes: [{ date: '2026-05-06', note: 'x' }] }),
  );
  const three = published(
    await compileText('Three.', { slug: 'three', canonical: 'https://first.example/three' }),
  );
  const essays = [one, two, three];
  const byPath = new Map(
    essays.map((essay) => [markdownPath(essay.slug), Buffer.from(essayMarkdown({ site, essay }))]),
  );
  const about = { slug: 'about', metadata: { title: 'About', description: 'A.' } };
  return {
    site,
    essays,
    translations: [],
    pages: [about],
    file: (path) => byPath.get(path) ?? Buffer.from(''),
  };
}

const textsOf = async (output: typeof sitemap) => {
  const files = await output.files(await publication());
  return new Map(files.map(({ path, content }) => [path, Buffer.from(content).toString('utf8')]));
};

describe('the sitemap', () => {
  it('names every page that is published here first, with the day on which a reader would see a change', async () => {
    const xml = (await textsOf(sitemap)).get('sitemap.xml') ?? '';
    expect([...xml.matchAll(/<url>(.*?)<\/url>/g)].map(([, entry]) => entry)).toEqual([
      '<loc>https://fixture.example/</loc><lastmod>2026-05-06</lastmod>',
      '<loc>https://fixture.example/essays/one/</loc><lastmod>2026-03-04</lastmod>',
      '<loc>https://fixture.example/essays/two/</loc><lastmod>2026-05-06</lastmod>',
      '<loc>https://fixture.example/about/</loc>',
    ]);
  });

  it('is named by robots.txt, which allows everything', async () => {
    expect((await textsOf(sitemap)).get('robots.txt')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://fixture.example/sitemap.xml\n',
    );
  });
});

describe('the lists for language models', () => {
  it('have a title, a summary and a link with a sentence for each essay', async () => {
    const [first, , summary, , , , heading, , ...links] = (
      (await textsOf(forLanguageModels)).get('llms.txt') ?? ''
    ).split('\n');
    expect(first).toBe(`# ${site.name}`);
    expect(summary).toBe(`> ${site.description}`);
    expect(heading).toBe('## Essays');
    expect(links[0]).toBe('- [A \\[b\\] & \\<c>](https://fixture.example/essays/one/index.md): A');
    expect(links.filter(Boolean)).toHaveLength(3);
  });

  it('have the Markdown of every essay in one file, each with its address', async () => {
    const all = (await textsOf(forLanguageModels)).get('llms-full.txt') ?? '';
    expect(all.match(/^canonical: .*$/gm)).toEqual([
      'canonical: https://fixture.example/essays/one/',
      'canonical: https://fixture.example/essays/two/',
      'canonical: https://first.example/three',
    ]);
    expect(all).toContain('Three.');
  });
});
