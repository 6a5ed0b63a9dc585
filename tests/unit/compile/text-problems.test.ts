import { describe, expect, it } from 'vitest';
import { textProblems } from '../../../src/compile/text-problems.ts';

const codes = (text: string) => textProblems('a.md', text).map(({ code, line }) => `${code}:${line}`);
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

describe('nesting that would end the compiler without a word is named with its line:', () => {
  it.each([
    ['250 list items on one line', `Text.\n\n${'- '.repeat(250)}x`, 3],
    ['250 list items on lines of their own', lines(250, (at) => `${'  '.repeat(at)}- a`), 101],
    ['1,000 lines of nested numbered lists', lines(1000, (at) => `${'   '.repeat(at)}1. a`), 101],
    ['500 emphases', `${'*a **b '.repeat(500)}x${'** c*'.repeat(500)}`, 1],
    ['1,000 asterisks', `${'*'.repeat(1000)}x${'*'.repeat(1000)}`, 1],
    ['500 quotes', `${'> '.repeat(500)}x`, 1],
    ['500 elements', `${'<div>'.repeat(500)}x`, 1],
  ])('%s', (_, text, line) => {
    expect(codes(text)).toEqual([`source/too-deep:${line}`]);
  });
});

it.each([
  ['many lists beside each other', lines(300, (at) => `- item ${at}\n  - inner\n\nText.`)],
  ['many items of one list', lines(300, (at) => `${at}. item`)],
  ['emphasised words in a long paragraph', lines(200, () => 'A *word* and **another one** and __a third__.')],
  ['products', lines(200, () => '2 * 3 * 4 and a*b')],
  ['a rule and a form', `${'_'.repeat(200)}\n\nName: ${'_'.repeat(200)}`],
  ['code', `\`\`\`\n${lines(300, (at) => `${' '.repeat(at)}- a`)}\n\`\`\``],
])('nothing is said about %s', (_, text) => {
  expect(codes(text)).toEqual([]);
});

it.each(['a\u202eb', 'a\u202db', 'a\u0085b', 'a&#x202e;b', 'a&#8238;b'])(
  'a sign that no text needs: %j',
  (text) => {
    expect(codes(text)).toEqual(['source/control-character:1']);
  },
);

it.each(['\u200fעברית\u200e', '\u2067a\u2069', 'a\u200db', 'a&#xa0;b'])(
  'nothing is said about %j',
  (text) => {
    expect(codes(text)).toEqual([]);
  },
);
