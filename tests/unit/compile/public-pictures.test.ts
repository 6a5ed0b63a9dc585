import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Root } from 'hast';
import { h } from 'hastscript';
import sharp from 'sharp';
import { unified } from 'unified';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicPictureSums } from '../../../src/compile/public-picture.ts';
import { publicPictures } from '../../../src/compile/steps/public-pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-public-'));
const picture = sharp({ create: { width: 60, height: 20, channels: 3, background: 'navy' } });

beforeAll(async () => {
  mkdirSync(join(folder, 'img'));
  await picture.clone().toFile(join(folder, 'img/a b(1).png'));
  await picture.clone().withMetadata({ orientation: 6 }).toFile(join(folder, 'turned.jpg'));
  writeFileSync(join(folder, 'line.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"/>');
  writeFileSync(join(folder, 'broken.png'), 'no picture');
});

async function sized(properties: Record<string, string>) {
  const image = h('img', properties);
  const tree: Root = { type: 'root', children: [image] };
  await unified().use(publicPictures, { folder }).run(tree);
  const { width, height } = image.properties;
  return [width, height];
}

describe('a picture in public/', () => {
  it.each([
    ['a name longer than any file has', `/${'a'.repeat(300)}.png`],
    ['a NUL', '/a%00.png'],
  ])('is not looked for under %s', (_, address) => {
    expect(publicPictureSums(`![](${address})`, folder)).toEqual([]);
  });

  it.each([
    ['has its own size', { src: '/img/a%20b(1).png' }, [60, 20]],
    ['that a camera turned has the size in which it is shown', { src: '/turned.jpg' }, [20, 60]],
    ['can be a drawing', { src: '/line.svg?a#b' }, [40, 10]],
    ['keeps the width that the author wrote', { src: '/line.svg', width: '20' }, [20, 5]],
    ['keeps the height that the author wrote', { src: '/line.svg', height: '20' }, [80, 20]],
    ['keeps both', { src: '/line.svg', width: '1', height: '1' }, [1, 1]],
    ['that cannot be read has none', { src: '/broken.png' }, [undefined, undefined]],
    ['that is not there has none', { src: '/none.png' }, [undefined, undefined]],
    ['is none on another site', { src: '//a.example/line.svg' }, [undefined, undefined]],
  ])('%s', async (_name, properties, size) => {
    expect(await sized(properties)).toEqual(size);
  });

  it('is part of what a text is made of, wherever it is named', () => {
    const text = 'and/or![A](</img/a b(1).png>)\n<img src="/line.svg"> https://a.example/none.png';
    expect(publicPictureSums(text, folder)).toHaveLength(2);
    expect(publicPictureSums('No picture / nothing.png', folder)).toEqual([]);
  });

  it.each([
    ['slashes', '/'.repeat(1_000_000)],
    ['slashes and an ending', `${'/'.repeat(1_000_000)}.png`],
    ['endings', '/.png'.repeat(200_000)],
  ])('is looked for in a very long line of %s', (_name, line) => {
    expect(publicPictureSums(`${line}\n![](/line.svg)`, folder)).toHaveLength(1);
  });
});
