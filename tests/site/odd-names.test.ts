import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { selectAll } from 'hast-util-select';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { type CommandResult, scratchLibrary } from './scratch-library.ts';
import { buildTime } from './site-with-comments.ts';

/** Names that files have on the machines of authors; all but those with `#` or `?` can be shown. */
const pictures = [
  'a,b.png',
  'r & b.png',
  "it's (2).png",
  '100% ä.png',
  'x;y=z.png',
  'tilde~.png',
  'plus+.png',
  '[1].png',
  'am&amp;p.png',
  'photo@2x.png',
  'a:b$.png',
];
const others = ['report (1).pdf', 'b(2).pdf', "it's.pdf", 'r & b.pdf', 'a,b;c.pdf'];
const labels = ['ä', '漢', 'a(b)', "smith's", 'a"b'];

const library = scratchLibrary('odd-names');
let built: CommandResult;

beforeAll(async () => {
  library.write(
    'odd',
    ...pictures.map((name) => `![a picture](<./${name.replace('&', '\\&')}>)`),
    ...others.map((name) => `See [it](<./${name}>).`),
    ...labels.flatMap((label) => [`Words.[^${label}]`, `[^${label}]: A note.`]),
    '## A part {#a(b)}',
    'Words.',
  );
  for (const [index, name] of [...pictures, ...others].entries()) {
    const path = join(library.content, 'essays/odd', name);
    mkdirSync(dirname(path), { recursive: true });
    const create = { width: 900 + index, height: 500, channels: 3 as const, background: 'red' };
    writeFileSync(path, await sharp({ create }).png().toBuffer());
  }
  built = await library.run('build');
}, buildTime);

it('an essay whose files, notes and headings have odd names is built, with all links whole', () => {
  expect(built).toEqual({ code: 0, output: expect.not.stringMatching(/\n\s+at /) });
});

it('each picture is shown in several sizes, and each file lies beside the page', () => {
  const page = library.page('essays/odd/index.html');
  const shown = selectAll('.prose img', page);
  expect(shown).toHaveLength(pictures.length);
  for (const { properties } of shown)
    for (const address of String(properties['srcSet']).split(/,\s+/))
      expect(
        existsSync(join(library.out, decodeURI(address.split(/\s+/)[0]?.replace('../../', '') ?? ''))),
      ).toBe(true);
  for (const name of others) expect(existsSync(join(library.out, 'essays/odd', name))).toBe(true);
});
