import { expect, it } from 'vitest';
import { dayOf } from '../../../src/import/calendar-day.ts';
import { embeddedPage } from '../../../src/import/embedded-page.ts';
import { comparable, oldAddress } from '../../../src/import/old-address.ts';
import { slugFor } from '../../../src/import/slug.ts';

it.each([
  ['Hello World', 'hello-world'],
  ['Grüße an Ödön', 'grusse-an-odon'],
  ['日本語', '2019-03-01'],
  ['日本語とcss', '2019-03-01-css'],
  ['日本語で書くjavascript入門', 'javascript'],
  ['%E6%97%A5', '2019-03-01'],
  ['a', 'a'],
  ['index', 'essay-index'],
])('the slug of %s is %s', (name, slug) => expect(slugFor(name, '2019-03-01', new Set())).toBe(slug));

it('gives no slug twice', () => {
  const taken = new Set<string>();
  expect(['x', 'X', 'x!'].map((name) => slugFor(name, null, taken))).toEqual(['x', 'x-2', 'x-3']);
});

it.each([
  ['2019-3-1', '2019-03-01'],
  ['2019/03/01 23:00 +0900', '2019-03-01'],
  ['March 1, 2019', '2019-03-01'],
  ['Fri, 01 Mar 2019 10:00:00 GMT', '2019-03-01'],
  ['20190301T101010', '2019-03-01'],
  ['2019年3月1日', '2019-03-01'],
  [1551398400, '2019-03-01'],
  ['2019-02-30', null],
  ['soon', null],
])('the day of %j is %s', (value, day) => expect(dayOf(value)).toBe(day));

const parts = {
  published: '2019-03-01' as const,
  slug: 'a',
  title: 'A',
  categories: ['Big News'],
  sections: ['post'],
};

it.each([
  ['/:categories/:year/:month/:day/:title.html', '/big-news/2019/03/01/a.html'],
  ['/:sections/:slug/', '/post/a/'],
  [':year/:title', '/2019/a'],
  ['/:mystery/:title/', null],
])('the pattern %s gives %s', (pattern, address) => expect(oldAddress(pattern, parts)).toBe(address));

it('takes spellings of one address for one', () => {
  const spellings = ['/a/b', '/a/b/', '/a/b.html', '/a/b/index.html', '/a/b/?x=1#y', '/%61/b'];
  expect([...new Set(spellings.map(comparable))]).toEqual(['/a/b']);
});

it.each([
  ['//www.youtube.com/embed/abc?rel=0', 'https://www.youtube.com/watch?v=abc'],
  ['https://player.vimeo.com/video/12', 'https://vimeo.com/12'],
  ['https://gist.github.com/u/1.js?file=a', 'https://gist.github.com/u/1'],
  ['/local.html', null],
])('a reader sees %s at %s', (source, page) => expect(embeddedPage(source)).toBe(page));
