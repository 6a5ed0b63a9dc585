import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCache } from '../../../src/cache/cache.ts';
import { pictureProblems } from '../../../src/library/picture-problems.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-pictures-'));
  const content = join(folder, 'content');
  mkdirSync(join(content, 'a-folder.png'), { recursive: true });
  const noise = { width: 300, height: 300, noise: { type: 'gaussian' as const, mean: 100, sigma: 60 } };
  const good = await sharp({ create: { ...noise, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  writeFileSync(join(content, 'good.png'), good);
  writeFileSync(join(content, 'half.png'), good.subarray(0, good.length / 2));
  const photo = await sharp(good).jpeg().toBuffer();
  writeFileSync(join(content, 'half.jpg'), photo.subarray(0, photo.length / 2));
  writeFileSync(join(content, 'empty.png'), '');
  writeFileSync(join(content, 'text.png'), 'not a picture');
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 5\n`;
  writeFileSync(join(content, 'pointer.jpg'), pointer);
  writeFileSync(join(content, 'good.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>');
  writeFileSync(join(content, 'viewed.svg'), '<?xml version="1.0"?>\n<svg viewBox="0 0 4 3"><g/></svg>');
  writeFileSync(join(content, 'unsized.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const source = 'x'.repeat(2000); // as a drawing program keeps it
  writeFileSync(join(content, 'drawn.svg'), `<svg width="4" height="3" content="${source}"><g/></svg>`);
  writeFileSync(join(content, 'text.svg'), 'not a drawing');
  writeFileSync(join(folder, 'secret.png'), good);
  symlinkSync(join(folder, 'secret.png'), join(content, 'link.png'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = (name: string) =>
  pictureProblems(
    {
      file: 'content/essays/a/index.md',
      path: join(folder, 'content/index.md'),
      pictures: [{ source: `./${name}`, alt: '', line: 7 }],
    },
    join(folder, 'content'),
    openCache(join(folder, 'cache')),
  );

it.each([
  ['a-folder.png', 'is not a file'],
  ['half.png', 'is cut off at its end'],
  ['half.jpg', 'cannot be decoded'],
  ['empty.png', 'is empty'],
  ['text.png', 'cannot be decoded'],
  ['pointer.jpg', 'is only a pointer of Git LFS (`git lfs pull` gets the image)'],
  ['text.svg', 'is not an SVG'],
  ['unsized.svg', 'has no size'],
  ['drawn.svg', 'has no size'],
  ['link.png', 'lies outside of the content folder'],
])('%s %s', async (name, reason) => {
  for (const _again of [1, 2]) {
    const [problem] = await check(name); // the second time from the cache
    expect(problem).toMatchObject({ code: 'text/invalid-image', line: 7 });
    expect(problem?.message).toContain(`\`./${name}\` ${reason}`);
  }
});

it.each(['good.png', 'good.svg', 'viewed.svg', 'absent.png'])('nothing is said of %s', async (name) => {
  expect(await check(name)).toEqual([]);
});
