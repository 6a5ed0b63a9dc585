import { describe, expect, it } from 'vitest';
import { compiledInFolder } from './compiled-in-folder.ts';
import { files, html, problems } from './written-text.ts';

describe('names of files', () => {
  it.each(['Übung.png', 'café menu.png', 'がぎ.png'])(
    'in one form of Unicode are found by the other: %s',
    async (name) => {
      for (const [there, written] of [
        [name.normalize('NFD'), name.normalize('NFC')],
        [name.normalize('NFC'), name.normalize('NFD')],
      ] as const) {
        const made = await compiledInFolder(
          `![A](<./${written}>) <img src="${encodeURI(written)}" alt="B">`,
          {
            files: { [there]: 'x' },
          },
        );
        expect(made.problems).toEqual([]);
        expect(made.html.replaceAll('&#x22;', "'").match(/'src':'([^']*)'/g)).toEqual(
          [0, 1, 2, 3].map(() => `'src':'./${there}'`), // AVIF and WebP of each
        );
      }
    },
  );

  it('that are linked are published with the page', async () => {
    const made = await compiledInFolder(
      '[a](./paper.pdf#page=2) [b](gone.pdf)\n\n<video src="clip.mp4" poster="./lamp.png"><track src="clip.vtt"></video>',
      { files },
    );
    expect(made.files).toEqual(['clip.mp4', 'clip.vtt', 'lamp.png', 'paper.pdf']);
    expect(made.html).toContain('href="./paper.pdf#page=2"');
  });
});

describe('links inside the site', () => {
  it.each([
    ['../two/index.mdx', '/essays/two/'],
    ['../two/index.md#a', '/essays/two/#a'],
    ['../two.md', '/essays/two/'],
    ['../../pages/about.md', '/about/'],
    ['/essays/two', '/essays/two/'],
    ['/essays/two?a=1#b', '/essays/two/?a=1#b'],
    ['../two', '../two/'],
    ['/feed.xml', '/feed.xml'],
    ['/icon.svg', '/icon.svg'],
    ['#a', '#a'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['https://x.example/a', 'https://x.example/a'],
  ])('%s', async (written, address) => {
    for (const mdx of [false, true])
      expect(await html(`[a](${written})`, mdx)).toContain(`<a href="${address}">`);
  });
});

describe('links by name', () => {
  it.each([
    ['![[lamp.png]]', "'alt':'lamp','src':'./lamp.png'"],
    ['![[lamp.png|A lamp]]', "'alt':'A lamp','src':'./lamp.png'"],
    ['![[lamp.png|200]]', "'width':'200'"],
    ['[[#Part]]\n\n## Part', '<a href="#part">Part</a>'],
    ['[[1, 2], [3, 4]]', '[[1, 2], [3, 4]]'],
    ['`[[a]]` and \\[[b]]', '<code>[[a]]</code> and [[b]]'],
    ['[[toc]]\n\nText', '<p>Text</p>'],
  ])('%j', async (text, part) => {
    for (const mdx of [false, true]) expect(await html(text, mdx)).toContain(part);
  });

  it('that lead nowhere are named', async () => {
    expect(await problems('A\n\n[[no such essay]]')).toEqual(['text/unknown-wiki-link:3']);
  });
});
