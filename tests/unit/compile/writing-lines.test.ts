import { describe, expect, it } from 'vitest';
import { html, problems } from './written-text.ts';

describe('inline notes', () => {
  it.each([
    [
      'A^[One *two*, [three](https://x.example/), `four]`.] b',
      'One <em>two</em>, <a href="https://x.example/">three</a>, <code>four]</code>.',
    ],
    ['A^[with [brackets] inside]', 'with [brackets] inside'],
    ['- item^[a note]', 'a note'],
    ['> quote^[a note]', 'a note'],
    ['| a^[a note] |\n|---|\n| b |', 'a note'],
    ['*em^[a note]*', 'a note'],
  ])('%j', async (text, note) => {
    for (const mdx of [false, true]) {
      const made = await html(text, mdx);
      expect(made).toContain(`<p>${note}\u00a0<a href="#fnref-`);
      expect(made).not.toContain('^[');
      expect(made).not.toContain('inline-note');
    }
  });

  it('have an id from their words, which does not change with their number', async () => {
    const idOf = async (text: string) => /<li id="(fn-\w+)">\s*<p>about oil/.exec(await html(text))?.[1];
    const alone = await idOf('A^[about oil]');
    expect(alone).toMatch(/^fn-[a-z]+$/);
    expect(await idOf('A^[before] b^[about oil]')).toBe(alone);
  });

  it('stand beside notes with a name', async () => {
    const made = await html('A[^a] b^[inline]\n\n[^a]: Named^[nested].');
    expect(made.match(/<li id="fn-/g)).toHaveLength(3);
  });

  it('are named where they do not end, and can be escaped', async () => {
    expect(await problems('One.\n\nA ^[b')).toEqual(['text/unclosed-note:3']);
    expect(await html('A \\^[b]')).toContain('A ^[b]');
  });
});

describe('marks inside of a line', () => {
  it.each([
    ['H~2~O', 'H<sub>2</sub>O'],
    ['log~10~(x)', 'log<sub>10</sub>(x)'],
    ['x^2^ and 2^nd^', 'x<sup>2</sup> and 2<sup>nd</sup>'],
    ['x^*n*^', 'x<sup><em>n</em></sup>'],
    ['~struck~ and ~~two words~~', '<del>struck</del> and <del>two words</del>'],
    ['==marked== and ==two *words*==', '<mark>marked</mark> and <mark>two <em>words</em></mark>'],
    ['中文==标记==中文', '中文<mark>标记</mark>中文'],
    ['**==both==**', '<strong><mark>both</mark></strong>'],
    [':smile: and :+1:', '😄 and 👍'],
    ['a == b and c == d', 'a == b and c == d'],
    ['a==b and c==d', 'a==b and c==d'],
    ['(^o^) ^_^ 2^10 and 2^20', '(^o^) ^_^ 2^10 and 2^20'],
    ['10:30:45 and :not-an-emoji: and a:b:c', '10:30:45 and :not-an-emoji: and a:b:c'],
    ['`x^2^ ==a== :smile: H~2~O`', '<code>x^2^ ==a== :smile: H~2~O</code>'],
    ['\\==a== x\\^2^ \\:smile:', '==a== x^2^ :smile:'],
  ])('%j', async (text, expected) => {
    for (const mdx of [false, true]) expect(await html(text, mdx)).toContain(expected);
  });

  it('work in lists, quotes, tables and headings', async () => {
    const made = await html('## x^2^\n\n- x^2^\n\n> x^2^\n\n| x^2^ |\n|---|\n| ==y== |');
    expect(made.match(/x<sup>2<\/sup>/g)).toHaveLength(4);
    expect(made).toContain('<mark>y</mark>');
  });
});
