import { expect, it } from 'vitest';
import { proseHints, withoutSkippedLevels } from '../../../src/compile/prose-hints.ts';

const hints = (text: string, format: 'md' | 'mdx' = 'md') =>
  proseHints(text, format).map(({ line, advice }) => `${line}: ${advice}`);

it('names what may be worth another look, with its line', () => {
  const text = [
    '---',
    'title: A',
    '---',
    '',
    'This is is a text',
    'with the',
    'the end.',
    '',
    '![](a.png) and [here](/b/)',
    '',
    '#### Deep',
  ].join('\n');
  expect(hints(text)).toEqual([
    '5: “is is” repeats a word.',
    '6: “the the” repeats a word.',
    '9: The picture `a.png` has no text for those who cannot see it. Write it between the square brackets.',
    '9: The link “here” does not say where it leads. Take words that do.',
    '11: The heading “Deep” is 3 levels below the one before it. Write ##.',
  ]);
});

it('says nothing of good prose, of code, and of what cannot be read', () => {
  expect(
    hints('## One\n\nHe had had it. `a a` [the tides](/t/) ![x](a.png)\n\n### Two\n\n```\nb b\n```\n'),
  ).toEqual([]);
  expect(hints('a < b { a a', 'mdx')).toEqual([]);
});

it('corrects levels and nothing else', () => {
  const text = '---\ntitle: A\n---\n\n## A\n\n##### B\n\n##### C\n\n```\n##### D\n```\n';
  expect(withoutSkippedLevels(text, 'md')).toBe(
    text.replace('##### B', '### B').replace('##### C', '#### C'),
  );
});
