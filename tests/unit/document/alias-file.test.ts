import { expect, it } from 'vitest';
import { aliasFile } from '../../../src/document/alias-file.ts';
import { frontmatterSchema } from '../../../src/document/frontmatter.ts';

it.each([
  ['/2019/03/title.html', '2019/03/title.html'],
  ['/2019/03/title/', '2019/03/title/index.html'],
  ['/p/title', 'p/title/index.html'],
  ['/%E6%97%A5/', '日/index.html'],
])('%s is the file %s', (alias, file) => expect(aliasFile(alias)).toBe(file));

const accepts = (alias: string) =>
  frontmatterSchema.safeParse({ title: 'A', description: 'B', published: '2026-01-02', aliases: [alias] })
    .success;

it('takes addresses that a folder of files can have, and no others', () => {
  expect(['/a', '/a/', '/2019/a.html', '/日本/', '/a.b/c/'].filter((one) => !accepts(one))).toEqual([]);
  const wrong = [
    '/',
    'a',
    '//a',
    '/a//b',
    '/../a',
    '/a/..',
    '/a/./b',
    '/?p=1',
    '/a#b',
    '/a b',
    'https://a.b/',
  ];
  expect(wrong.filter(accepts)).toEqual([]);
});
