import { describe, expect, it } from 'vitest';
import { compiledInFolder } from './compiled-in-folder.ts';
import { files, html, problems } from './written-text.ts';

describe('.mdx, in sentences', () => {
  it.each([
    ['a <br> b', 'mdx/void-element:1', '`<br />`'],
    ['a\n\n<img src="lamp.png">', 'mdx/void-element:3', '`<img />`'],
    ['<div>\n\ntext', 'mdx/unclosed-tag:1', '`</div>`'],
    ['<b>a</i>', 'mdx/crossed-tags:1', '`</b>`'],
    ['a\n\nb </div>', 'mdx/stray-end-tag:3', 'Remove it'],
    ['a <3 b', 'mdx/angle-bracket:1', "`{'<'}`"],
    ['x <= y', 'mdx/angle-bracket:1', "`{'<'}`"],
    ['a Vector<T> b', 'mdx/unclosed-tag:1', '`\\<T>`'],
    ['a\n\n{foo bar}', 'mdx/braces:3', '`\\{`'],
    ['a\n\nb { c\n\nd', 'mdx/braces:3', '`\\{`'],
    ['<p class=x>a</p>', 'mdx/unquoted-attribute:1', '`name="value"`'],
    ['import x form y\n\na', 'mdx/module:1', 'import'],
    ['a\n\n<!-- b', 'mdx/comment:3', '`{/* … */}`'],
    ["import T from '@theme/Tabs'\n\na", 'text/missing-import:1', '`@theme/Tabs`'],
    ["import a from 'zod'\nimport T from './Tabs.astro'\n\na", 'text/missing-import:2', '`./Tabs.astro`'],
  ])('%j', async (text, problem, words) => {
    const made = await compiledInFolder(text, { mdx: true, files });
    expect(made.problems).toEqual([problem]);
    expect(made.messages[0]).toContain(words);
    expect(made.messages[0]).not.toMatch(/acorn|Unexpected|U\+00/);
  });

  it('addresses in angle brackets are links', async () => {
    expect(await html('See <https://x.example/a_b> and <me@x.example>.', true)).toContain(
      '<a href="https://x.example/a_b" class="bare">https://x.example/a_b</a> and <a href="mailto:me@x.example">me@x.example</a>.',
    );
  });

  it('what only .mdx reads is named in .md', async () => {
    expect(await problems('<Figure id="a" caption="b" />')).toEqual(['text/component-in-markdown:1']);
    expect(await problems("import A from './A.astro'\n\nText")).toEqual(['text/import-in-markdown:1']);
  });

  it.each(['{% include a.html %}', '{{< youtube abc >}}', '{{ page.title }}'])(
    'code of other programs is named: %s',
    async (text) => {
      expect(await problems(`A\n\n${text}`)).toEqual(['text/template-code:3']);
      expect(await problems(`A\n\n\`${text}\``)).toEqual([]);
    },
  );

  it.each(['!!! note', '!!! Warning "A title"', '??? tip', '???+ danger'])(
    'a callout of MkDocs is named: %s',
    async (text) => {
      expect(await problems(`A\n\n${text}\n    Words.`)).toEqual(['text/admonition:3']);
      expect(await problems(`A\n\n${text}\n\n    Words.`)).toContain('text/admonition:3');
      expect(await problems(`\`${text}\``)).toEqual([]);
    },
  );

  it.each(['clip.mp4', './clip.mp4', 'paper.pdf'])('what is no picture is named: %s', async (name) => {
    expect(await problems(`A\n\n![a](${name})`)).toEqual(['text/not-a-picture:3']);
    expect(await problems(`A\n\n<img src="${name}" alt="a">`)).toEqual(['text/not-a-picture:3']);
    expect(await problems(`A [a](${name})`)).toEqual([]);
    for (const mdx of [false, true])
      expect(await problems(`A\n\n<video src="${name}" controls></video>`, mdx)).toEqual([]);
  });

  it('signs of surprise are words', async () => {
    expect(await problems('!!! wow\n\n??? what is this')).toEqual([]);
  });
});

describe('in .mdx as in .md', () => {
  it.each([
    '<kbd>x</kbd> <sub>1</sub>',
    '<a href="/essays/two">o</a>',
    '<u>a</u> <s>b</s>',
    '- <abbr title="X">y</abbr>\n- b',
    '> <ruby>漢<rt>かん</rt></ruby>',
    'a --- b, c---d and e -- f',
  ])('words in elements are a paragraph: %j', async (text) => {
    expect(await html(text, true)).toBe(await html(text));
  });

  it('dashes of a typewriter are those of print', async () => {
    expect(await html('a --- b, c---d `---` ----')).toBe('<p>a — b, c—d <code>---</code> ----</p>');
  });

  it.each(['<pre>\na\n\nb\n</pre>', 'x\n\n<pre>\na\n  b\n</pre>', '- <pre>\r\n  a\r\n\r\n  b\r\n  </pre>'])(
    'what `<pre>` would lose is named: %j',
    async (text) => {
      expect((await problems(text, true)).map((one) => one.split(':')[0])).toEqual(['mdx/preformatted']);
      expect(await problems(text)).toEqual([]);
    },
  );

  it.each(['<pre>a</pre>', '<pre>\na\nb\n</pre>', '<pre>{`a\n\n  b`}</pre>'])(
    'and nothing else: %j',
    async (text) => {
      expect(await problems(text, true)).toEqual([]);
    },
  );

  it('a component that .md does not read is named once', async () => {
    const text = '<Embed src="https://f.example/a" title="A" />';
    expect(await problems(text)).toEqual(['text/component-in-markdown:1']);
  });
});
