import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
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
    ['1,000 containers', ':::note\n'.repeat(1000), 101],
    ['500 elements', `${'<div>'.repeat(500)}x`, 1],
    ['500 elements that end in the wrong order', lines(500, () => '<b><i></b>'), 100],
  ])('%s', (_, text, line) => {
    expect(codes(text)).toEqual([`source/too-deep:${line}`]);
  });
});

it.each([
  ['asterisks behind words', 'a* '.repeat(100_000)],
  ['asterisks and low lines', '_*'.repeat(50_000)],
  ['emphases on many lines', lines(6000, () => 'A *word* here')],
  ['equals signs', '==a '.repeat(50_000)],
  ['carets', '^a '.repeat(50_000)],
  ['backquotes', '`a '.repeat(50_000)],
  ['links on a line of 2 MB', '[a](https://a.example/) '.repeat(80_000)],
])('100,000 marks in one paragraph, which would take minutes, are named with their line: %s', (_, text) => {
  const start = performance.now();
  expect(codes(`Text.\n\n${text}`)).toEqual([expect.stringMatching(/^source\/too-(?:many-marks|deep):\d+$/)]);
  expect(performance.now() - start).toBeLessThan(2000);
});

/** Seconds of this thread's own time, whatever else the machine does. */
async function secondsFor(text: string): Promise<number> {
  const start = process.threadCpuUsage();
  const { html, problems } = await compileText(`${text}\n\nThe end.\n`);
  expect([problems, html.includes('The end.')]).toEqual([[], true]);
  return process.threadCpuUsage(start).user / 1e6;
}

it.each([
  ['1,000 notes in a paragraph', 'a^[b] '.repeat(1000)],
  ['a line of 2 MB', 'word '.repeat(400_000)],
  ['a word of 2 MB', 'x'.repeat(2_000_000)],
])(
  '%s are read in time',
  async (_, text) => {
    expect(await secondsFor(text)).toBeLessThan(10);
  },
  60_000,
);

it('a lone CR ends a line, as Markdown says', async () => {
  const { html } = await compileText('One.\r\rTwo *a*.\r\r## Three\r\r- four\r- five\r');
  for (const part of ['<em>a</em>', 'Three</h2>', '<li>five</li>']) expect(html).toContain(part);
});

it.each([
  ['many lists beside each other', lines(300, (at) => `- item ${at}\n  - inner\n\nText.`)],
  ['many items of one list', lines(300, (at) => `${at}. item`)],
  ['emphasised words in a long paragraph', lines(200, () => 'A *word* and **another one** and __a third__.')],
  ['products', lines(200, () => '2 * 3 * 4 and a*b')],
  ['a rule and a form', `${'_'.repeat(200)}\n\nName: ${'_'.repeat(200)}`],
  ['a long table with many marks', lines(3000, (at) => `| *a* | \`${at}\` | [b](c) |`)],
  ['a long list with many marks', lines(3000, () => '- *a* and `b`')],
  ['a drawing with many marks', `<svg>\n${lines(9000, () => '<path id="a_b_c" d="M*" />')}\n</svg>`],
  ['many types with parameters, as code', lines(300, () => 'A `Vec<T>` holds ``a `Box<U>` `` here.')],
  ['many items without their end tags', `<ul>\n${lines(300, () => '<li>a <b>word</b>')}\n</ul>`],
  ['many lists without end tags', lines(300, () => '<ul><li>a<li>b</ul><p>c')],
  ['many containers', ':::note\na\n:::\n\n'.repeat(300)],
  ['code with many marks', `\`\`\`\n${lines(9000, () => 'a * b_c * `d`')}\n\`\`\``],
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
