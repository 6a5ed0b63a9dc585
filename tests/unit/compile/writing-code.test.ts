import { describe, expect, it } from 'vitest';
import { html, problems } from './written-text.ts';

describe('blocks of code', () => {
  it.each([
    ['```js title="a.js"\nx\n```', 'a.js', 'js'],
    ["```js title='a.js'\nx\n```", 'a.js', 'js'],
    ['```js filename=a.js\nx\n```', 'a.js', 'js'],
    ['```js:a.js\nx\n```', 'a.js', 'js'],
    ['```js [a.js]\nx\n```', 'a.js', 'js'],
    ['- b\n\n  ```js title="a.js"\n  x\n  ```', 'a.js', 'js'],
  ])('with a title: %j', async (text, title, language) => {
    for (const mdx of [false, true]) {
      const made = await html(text, mdx);
      expect(made).toContain(`aria-label="${title}"><p class="code-title">${title}</p><pre>`);
      expect(made).toContain(`class="hljs language-${language}"`);
    }
  });

  it.each([
    '```js {1,3-4}',
    '```js{1,3-4}',
    '```js title="a" {1, 3-4}',
    '```js hl_lines="1 3-4"',
    '```js highlight={1,3-4}',
  ])('with marked lines: %j', async (fence) => {
    const made = await html(`${fence}\na\nb\nc\nd\n\`\`\``);
    expect(made).toContain('<mark>a\n</mark>b\n<mark>c\n</mark><mark>d\n</mark>');
  });

  it('keep their colours where a mark begins inside of them', async () => {
    expect(await html('```js {2}\n/* a\nb */\n```')).toContain(
      '<span class="hljs-comment">/* a</span>\n<mark><span class="hljs-comment">b */</span>\n</mark>',
    );
  });

  it('scroll, also as HTML', async () => {
    for (const text of ['<pre>long</pre>', '<pre><code>long</code></pre>'])
      expect(await html(text)).toMatch(/<section class="code" tabindex="0" aria-label="Code: long"><pre>/);
    expect(await html('<table><tr><td>1</td></tr></table>')).toContain(
      '<section class="table" tabindex="0" aria-label="1">',
    );
    expect(await html('<table><tr><td>1</td></tr></table>', true)).toContain(
      '<section class="table" tabindex="0" aria-label="1">',
    );
  });

  it('are named in .mdx where they are indented', async () => {
    expect(await problems('Text\n\n    const a = 1;', true)).toEqual(['mdx/indented-code:3']);
    expect(await problems('<Aside>\n\n    Text\n\n</Aside>\n\n- a\n\n    b', true)).toEqual([]);
    expect(await html('Text\n\n    const a = 1;')).toContain('<pre><code>const a = 1;');
  });
});

describe('formulas and money', () => {
  it.each([
    '$$x$$',
    'A\n\n$$x$$\n\nB',
    'A\n$$x$$\nB',
    '$$\nx\n$$',
    '$$ x\n+ y\n$$',
    '$$x\n= y$$',
    '$$\nx\n= y$$',
    'A\n$$x\n$$\nB',
    '- $$x$$',
    '> $$x\n> = y$$',
    '$$\\begin{aligned}\nx &= 1\n\\end{aligned}$$',
  ])('displayed: %j', async (text) => {
    for (const mdx of [false, true]) {
      const made = await html(text, mdx);
      expect(made).toContain('<math display="block"');
      expect(made.includes('<p>B</p>')).toBe(text.includes('B'));
      expect(made).not.toContain('$$');
    }
  });

  it.each(['A $x$ b', 'A $$x$$ b', 'the $x$th', 'a $ x $ b', '$x$-axis', '($x$, $y$)'])(
    'in the line: %j',
    async (text) => {
      expect(await html(text)).toContain('<math><semantics>');
    },
  );

  it.each([
    'was $2 in spring and $3 in autumn',
    '$5-$10 or US$5 and US$6',
    '5$ or 6$',
    '$HOME and $PATH',
    '$20M–$30M',
    '\\$3 and \\$4',
    '($5) and ($6)',
    '`$a$` costs $5',
  ])('money: %j', async (text) => {
    for (const mdx of [false, true]) expect(await html(text, mdx)).not.toContain('<math');
  });

  it('are named where they do not end', async () => {
    expect(await problems('A\n\n$$\nx\n\nThe rest')).toEqual(['text/unclosed-formula:3']);
    expect(await problems('$$x and text')).toEqual(['text/unclosed-formula:1']);
  });

  it.each(['A\n\n$\\none$', 'A\n\n$$\\none$$', 'A\n\n$$\n\\none\n$$'])(
    'that cannot be read: %j',
    async (source) => {
      expect(await problems(source)).toEqual(['text/formula:3']);
    },
  );
});

describe('a dollar sign in a link', () => {
  it.each([
    'See [vm.$watch](https://v.example/api/#vm-\\$watch) here.',
    '[$store](/a#$b) and [x]($y)',
    '- [a.$b](./c/#d$e)',
    '| a |\n| --- |\n| [$a](/b#$c) |',
  ])('begins no formula: %j', async (text) => {
    expect(await html(text)).not.toContain('math');
  });

  it.each(['$[0,1](x)$', '$]0,1](x)$', '[$a/b$](/c)', '$(a, b](x)$'])('elsewhere does: %j', async (text) => {
    expect(await html(text)).toContain('<math');
  });
});

it('an empty block of code in a language loses no word', async () => {
  for (const info of ['js', 'ts', 'C++']) expect(await problems(`\`\`\`${info}\n\`\`\``)).toEqual([]);
});
