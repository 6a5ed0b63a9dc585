import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { formatProblem } from '../../../src/document/problem.ts';

const top = mkdtempSync(join(tmpdir(), 'stet-odd-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const content = join(top, 'content');
const essays = join(content, 'essays');
const fields = '---\ntitle: A\ndescription: A\npublished: 2026-01-02\n---\n';

function write(path: string, bytes: string | Uint8Array): void {
  mkdirSync(dirname(join(essays, path)), { recursive: true });
  writeFileSync(join(essays, path), bytes);
}
const add = (name: string, body: string, file = 'index.md') =>
  write(`${name}/${file}`, `${fields}\n${body}\n`);
const folder = (path: string) => mkdirSync(join(essays, path), { recursive: true });
function link(target: string, path: string): void {
  mkdirSync(dirname(join(essays, path)), { recursive: true });
  symlinkSync(target, join(essays, path));
}

mkdirSync(join(content, 'pages'), { recursive: true });
writeFileSync(join(top, 'secret.txt'), 'secret-words: in a file outside\nmore: secret-words\n');
writeFileSync(join(top, 'outside.md'), `${fields}\nsecret-words\n`);
mkdirSync(join(top, 'outside'));
writeFileSync(join(top, 'outside/index.md'), `${fields}\nsecret-words\n`);
symlinkSync(join(top, 'outside.md'), join(content, 'pages/linked.md'));
symlinkSync('/nowhere/at/all.md', join(content, 'pages/dangling.md'));
mkdirSync(join(content, 'pages/folder.md'));
for (const name of ['twice.md', 'twice.mdx'])
  writeFileSync(join(content, 'pages', name), '---\ntitle: A\ndescription: A\n---\nWords.\n');

const square = { width: 40, height: 40, channels: 3 as const, background: 'red' };
const png = await sharp({ create: square }).png().toBuffer();
/** A PNG that says in its head that it is much larger than it is. */
const bomb = Buffer.from(png);
bomb.writeUInt32BE(30_000, 16);
bomb.writeUInt32BE(30_000, 20);
bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);

add('bomb', '![a](./a.png)');
write('bomb/a.png', bomb);
add('picture-folder', '![a](./a.png)');
folder('picture-folder/a.png');
add('picture-dangling', '![a](./a.png)');
link('/nowhere/a.png', 'picture-dangling/a.png');
add('picture-secret', '![a](./a.png)');
link(join(top, 'secret.txt'), 'picture-secret/a.png');
add('picture-named-jpg', '![a](./a.jpg)');
write('picture-named-jpg/a.jpg', png.subarray(0, 20));
add('picture-webp', '![a](./a.webp)');
write('picture-webp/a.webp', (await sharp({ create: square }).webp().toBuffer()).subarray(0, 30));
add('picture-gif', '![a](./a.gif)');
write('picture-gif/a.gif', 'GIF89a');
add('picture-avif', '![a](./a.avif)');
write('picture-avif/a.avif', '\0\0\0\x20ftypavif');
add('percent', '![a](./100%.png)');
add('percent-html', '<img src="./100%.png" alt="a">');
add('percent-jsx', '<img src="./100%.png" alt="a" />', 'index.mdx');
add('percent-figure', '<Figure src="./100%.png" alt="a" caption="Words" />', 'index.mdx');
for (const slug of ['percent', 'percent-html', 'percent-jsx', 'percent-figure'])
  write(`${slug}/100%.png`, png);
add('names', '![a](<./a%23b.png>) ![b](<./what%3F.png>) ![c](./%F0%9F%90%9D.png) ![d](<./a%20b.png>)');
for (const name of ['a#b.png', 'what?.png', '🐝.png', 'a b.png', 'new\nline.png', '"quoted".png', "it's.png"])
  write(`names/${name}`, png);
add('svg-script', '![a](./a.svg)');
write(
  'svg-script/a.svg',
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
);
add('svg-entity', '![a](./a.svg)');
write(
  'svg-entity/a.svg',
  `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file://${join(top, 'secret.txt')}">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&x;</text></svg>`,
);
add('svg-sizeless', '![a](./a.svg)');
write('svg-sizeless/a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>');
add('svg-bomb', '![a](./a.svg)');
write(
  'svg-bomb/a.svg',
  `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(99)}">${[...'bcdefghij'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`).join('')}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&j;</text></svg>`,
);
folder('text-folder/index.mdx');
link('/nowhere/index.md', 'text-dangling/index.md');
link(join(top, 'secret.txt'), 'text-secret/index.md');
link(join(top, 'outside'), 'linked-folder');
link('/nowhere', 'dangling-folder');
link(essays, 'loop');
add('big-number', 'Words and {10n}.', 'index.mdx');
add('both', 'a', 'index.md');
add('both', 'b', 'index.mdx');
write('bom/index.md', `\uFEFF${fields}\nWords after a mark.\n`);
write('utf16/index.md', Buffer.from(`\uFEFF${fields}\nWords.\n`, 'utf16le'));
write('latin1/index.md', Buffer.from(`${fields}\nCafé.\n`, 'latin1'));
write('zero/index.md', `${fields}\nA \0 word.\n`);
write('crlf/index.md', `${fields}\nOne.\n\n## Two\n\nThree.\n`.replaceAll('\n', '\r\n'));
write('cr/index.md', `${fields}\nOne.\n\n## Two\n\nThree.\n`.replaceAll('\n', '\r'));
add('long-line', 'word '.repeat(40_000));
add('references-folder', 'A [@a].');
folder('references-folder/references.json');
add('references-dangling', 'A [@a].');
link('/nowhere.json', 'references-dangling/references.json');
add('references-secret', 'A [@a].');
link(join(top, 'secret.txt'), 'references-secret/references.json');
add('ledger-folder', 'a');
folder('ledger-folder/anchors.json');
add('comments-file', 'a');
write('comments-file/comments', 'a file');
add('comment-folder', 'a');
folder('comment-folder/comments/2026-01-02-a.md');
add('comment-secret', 'a');
link(join(top, 'secret.txt'), 'comment-secret/comments/2026-01-02-a.md');

process.env['STET_CONTENT'] = content; // read when the rooms are loaded
writeFileSync(
  join(content, 'site.ts'),
  `export { site } from ${JSON.stringify(join(process.cwd(), 'tests/fixtures/site.ts'))};\n`,
);
const { openCache } = await import('../../../src/cache/cache.ts');
const { readSources } = await import('../../../src/compile/read-sources.ts');
const { compileLibrary } = await import('../../../src/library/compile-library.ts');
const { siteCompiler } = await import('../../../src/library/site-compiler.ts');

const sources = readSources('en');
const library = await compileLibrary(sources, {
  compiler: siteCompiler(openCache(join(top, 'cache'))),
  language: 'en',
  withDrafts: false,
});
const problems = [...sources.problems, ...library.problems];

it.each<[string, string[]]>([
  ['pages/linked.md', ['source/unreadable:0 is a link to a file outside of the content folder']],
  ['pages/dangling.md', ['source/unreadable:0 is a link to a file that does not exist']],
  ['pages/folder.md', ['source/unreadable:0 is a folder']],
  ['pages/twice.mdx', ['source/two-pages:0 Two pages have the name `twice`']],
  ['bomb/', ['text/invalid-image:7 has 30000 × 30000 pixels']],
  ['names/', ['text/invalid-image:7 has a `#`', 'text/invalid-image:7 has a `#`']],
  ['picture-folder/', ['text/invalid-image:7 is not a file']],
  ['picture-dangling/', ['text/invalid-image:7 is a link to a file that does not exist']],
  ['picture-secret/', ['text/invalid-image:7 lies outside of the content folder']],
  ['picture-named-jpg/', ['text/invalid-image:7 is cut off']],
  ['picture-webp/', ['text/invalid-image:7 cannot be decoded']],
  ['picture-gif/', ['text/invalid-image:7 cannot be decoded']],
  ['picture-avif/', ['text/invalid-image:7 cannot be decoded']],
  ['svg-script/', ['text/invalid-image:7 holds a script']],
  ['svg-entity/', ['text/invalid-image:7 reads another file']],
  ['svg-sizeless/', ['text/invalid-image:7 has no size']],
  ['text-folder/', ['source/unreadable:0 is a folder']],
  ['text-dangling/', ['source/unreadable:0 is a link to a file that does not exist']],
  ['text-secret/', ['source/unreadable:0 is a link to a file outside of the content folder']],
  ['linked-folder', ['source/unreadable:0 is a link out of the content folder']],
  ['dangling-folder', ['source/unreadable:0 is a link to what does not exist']],
  ['loop', ['source/no-essay:0 This folder has no essay']],
  ['both/', ['source/two-files:0 Two essays have the slug']],
  ['utf16/', ['source/not-utf-8:0 is not UTF-8']],
  ['latin1/', ['source/not-utf-8:0 is not UTF-8']],
  ['zero/', ['source/control-character:7 (U+0000)']],
  ['cr/', ['frontmatter/missing:1 There is no frontmatter']],
  ['references-folder/', ['text/invalid-bibliography:0 it is a folder']],
  ['references-dangling/', ['text/invalid-bibliography:0 it is a link to a file that does not exist']],
  [
    'references-secret/',
    ['text/invalid-bibliography:0 it is a link to a file outside of the content folder'],
  ],
  ['ledger-folder/', ['anchors/unreadable-ledger:0 is a folder, where a file belongs']],
  ['comment-folder/', ['source/unreadable:0 is a folder']],
  ['comment-secret/', ['source/unreadable:0 is a link to a file outside of the content folder']],
])('%s gives one sentence', (name, expected) => {
  const own = problems.filter(({ file }) =>
    `${file}/`.includes(name.startsWith('pages') ? name : `essays/${name}`),
  );
  expect(own.map(({ code, line }) => `${code}:${line}`)).toEqual(expected.map((one) => one.split(' ')[0]));
  for (const [index, one] of own.entries())
    expect(one.message).toContain(expected[index]?.slice(expected[index].indexOf(' ') + 1));
});

it.each([
  ['percent', 0],
  ['percent-html', 0],
  ['percent-jsx', 0],
  ['percent-figure', 0],
  ['svg-bomb', 0],
  ['bom', 4],
  ['crlf', 3],
  ['comments-file', 1],
  ['long-line', 40_000],
])('%s gives a page with all of its words', (name, words) => {
  const own = problems.filter(({ file }) => file.includes(`essays/${name}/`));
  expect(own.map(formatProblem)).toEqual([]);
  expect(library.essays.find(({ slug }) => slug === name)?.words).toBe(words);
});

it('says nothing of what is in files outside', () => {
  expect(problems.map(formatProblem).join('\n')).not.toContain('secret-words');
  expect(library.essays.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n')).not.toContain(
    'secret-words',
  );
});
