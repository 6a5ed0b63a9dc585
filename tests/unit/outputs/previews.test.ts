import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import { sectionIds } from '../../../src/document/section.ts';
import { previews, previewsOf } from '../../../src/outputs/previews.ts';
import { site } from '../../../src/site.ts';
import { published, testEssay, testEssays } from './essays.ts';

async function previewsIn(text: string, fields: Record<string, unknown> = {}) {
  const essay = published(await compileText(text, { slug: 'one', title: 'One', ...fields }));
  const root = previewsOf({ site, essay });
  const of = (id: string) =>
    root.children.find((one) => 'properties' in one && one.properties['data-of'] === id);
  return { root, words: (id: string) => textOf(of(id) ?? root).replaceAll(/\s+/g, ' '), of };
}

describe.each(testEssays)('the previews of %s', (path) => {
  it('are there for the essay, and for each section, note and reference, and have no id', async () => {
    const essay = await testEssay(path);
    const root = previewsOf({ site, essay });
    const ids = root.children.map((one) => 'properties' in one && one.properties['data-of']);
    expect(ids).toEqual([
      '',
      ...sectionIds(essay.sections),
      ...essay.notes.map(({ id }) => id),
      ...essay.references.map(({ id }) => id),
    ]);
    expect(selectAll('[id], [role=doc-noteref], .back, img, svg', root)).toEqual([]);
    for (const one of root.children) expect(textOf(one).trim()).not.toBe('');
  });

  it('are a file of XML', async () => {
    const [file] = await previews.files({
      site,
      essay: await testEssay(path),
      versions: [],
      pictures: new Map(),
    });
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(Buffer.from(file?.content ?? []).toString('utf8')).close();
    expect(file?.path).toMatch(/^essays\/[\w-]+\/previews\.xml$/);
  });
});

describe('a preview', () => {
  const sentence = (number: number) =>
    `Sentence ${number} has a certain length, so that few of them are enough. `;
  const long = [1, 2, 3, 4, 5, 6, 7].map(sentence).join('');

  it('of an essay has its title and its first sentences, the last one whole, with their markup', async () => {
    const { words, root } = await previewsIn(`Some *emphasis* first. ${long}\n\nAnother paragraph.`);
    expect(words('')).toBe(`OneSome emphasis first. ${[1, 2, 3, 4].map(sentence).join('').trim()}`);
    expect(selectAll('em', root).map((one) => textOf(one))).toEqual(['emphasis']);
  });

  it('of an essay without an introduction has its description', async () => {
    const { words } = await previewsIn('## A\n\nText.', { description: 'What it is about.' });
    expect(words('')).toBe('OneWhat it is about.');
  });

  it('of a section that begins with a list has the words of the list', async () => {
    expect((await previewsIn('## A\n\n- one\n- two')).words('a')).toBe('Aone two');
  });

  it('cuts inside markup', async () => {
    const { words } = await previewsIn(`*${long.trim()}*`);
    expect(words('')).toBe(`One${[1, 2, 3, 4].map(sentence).join('').trim()}`);
  });

  it('has no link but in notes and references, where those in the site begin at its root', async () => {
    const { root } = await previewsIn(
      'A [link](/about/).[^1]\n\n[^1]: See [here](#x), [there](/essays/two/) and [outside](https://a.example/).\n\n## X\n\nText.',
    );
    expect(selectAll('a', root).map((one) => one.properties['href'])).toEqual([
      '/essays/one/#x',
      '/essays/two/',
      'https://a.example/',
    ]);
  });
});
