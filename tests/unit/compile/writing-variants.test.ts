import { describe, expect, it } from 'vitest';
import { compiledInFolder } from './compiled-in-folder.ts';

const files = { 'lamp.png': 'x', 'paper.pdf': 'x', 'clip.mp4': 'x', 'clip.vtt': 'x', 'img/a.png': 'x' };

/** The HTML of a text in which nothing is wrong, without the links beside headings and without ids that the text decides. */
async function html(text: string, mdx = false): Promise<string> {
  const made = await compiledInFolder(text, { mdx, files });
  expect(made.problems).toEqual([]);
  return made.html
    .replaceAll(/<a class="heading-link".*?<\/a>/g, '')
    .replaceAll('&#x22;', "'")
    .replaceAll(/ id="(?!fn)[a-z]{6,8}"/g, '');
}

async function problems(text: string, mdx = false): Promise<string[]> {
  return (await compiledInFolder(text, { mdx, files })).problems;
}

describe('callouts', () => {
  it.each([
    ['> [!NOTE]\n> Text', 'note', 'Note'],
    ['> [!TIP]\n> Text', 'tip', 'Tip'],
    ['> [!IMPORTANT]\n>\n> Text', 'important', 'Important'],
    ['> [!warning]\n> Text', 'warning', 'Warning'],
    ['> [!CAUTION]  \n> Text', 'caution', 'Caution'],
    ['> [!info] A *title*\n> Text', 'note', 'A <em>title</em>'],
    ['> [!bug|wide]\n> Text', 'caution', 'Bug'],
    [':::note\nText\n:::', 'note', 'Note'],
    ['::: tip A title\nText\n:::', 'tip', 'A title'],
    [':::warning[A *title*]\nText\n:::', 'warning', 'A <em>title</em>'],
    ['::: {.callout-important title="Look"}\nText\n:::', 'important', 'Look'],
    [':::danger{title="Hot"}\nText\n:::', 'caution', 'Hot'],
  ])('%j', async (text, kind, title) => {
    for (const mdx of [false, true])
      expect((await html(text, mdx)).replaceAll('\n', '')).toBe(
        `<div class="callout callout-${kind}" role="note"><p class="callout-title">${title}</p><p>Text</p></div>`,
      );
  });

  it.each([
    ['> [!faq]- Why?\n> Text', ''],
    ['> [!faq]+ Why?\n> Text', ' open'],
    [':::details Why?\nText\n:::', ''],
  ])('that can be folded: %j', async (text, open) => {
    expect((await html(text)).replaceAll('\n', '')).toBe(
      `<details class="callout callout-note"${open}><summary>Why?</summary><p>Text</p></details>`,
    );
  });

  it.each([
    '- a\n\n  > [!NOTE]\n  > In a list',
    '> > [!NOTE]\n> > In a quote',
    '1. a\n   :::note\n   In a list\n   :::',
    '> [!TIP]\n> Outer\n> > [!NOTE]\n> > Inner',
    '::::tip\n:::note\nInner\n:::\n::::',
  ])('inside of other blocks: %j', async (text) => {
    expect(await html(text)).toContain('class="callout callout-note"');
  });

  it('keep the id that the quotation would have', async () => {
    const { html } = await compiledInFolder('> [!NOTE]\n> The lamp is hot.');
    expect(html).toMatch(/<div id="\w+" class="callout/);
    expect(html.match(/ id=/g)).toHaveLength(1);
  });

  it('are not made of quotations, times and other colons', async () => {
    expect(await html('> Said [!] once\n\nAt 10:30, C::D and ::x and text :::note inline')).not.toContain(
      'callout',
    );
  });

  it.each([
    [':::colums\nText\n:::', 'text/unknown-container:1'],
    ['a\n\n:::note\nText', 'text/unclosed-container:3'],
    ['a\n:::', 'text/stray-container:1'],
  ])('are named where they cannot be read: %j', async (text, problem) => {
    expect(await problems(text)).toEqual([problem]);
  });

  it('in code stay as they are', async () => {
    expect(await html('```md\n::: tip A title\n$$x\n```')).toContain('::: tip A title\n$$x');
  });
});

describe('attributes in braces', () => {
  it.each([
    ['## Oil {#oil}', '<h2 id="oil">Oil</h2>'],
    ['## Oil *lamps* {#oil .c}', '<h2 id="oil" class="c">Oil <em>lamps</em></h2>'],
    ['## Oil ## {#oil}', '<h2 id="oil">Oil</h2>'],
    ['## Oil {: #oil}', '<h2 id="oil">Oil</h2>'],
    ['## Oil\n{: #oil}', '<h2 id="oil">Oil</h2>'],
    ['Oil {#oil}\n---', '<h2 id="oil">Oil</h2>'],
    ['### `oil` {#oil}', '<h3 id="oil"><code>oil</code></h3>'],
    ['## Oil {-}', '<h2 id="oil">Oil</h2>'],
    ['## Oil {.unnumbered}', '<h2 id="oil">Oil</h2>'],
    ['- a\n\n  ## Oil {#oil}', '<h2 id="oil">Oil</h2>'],
    ['> ## Oil {#oil}', '<h2 id="oil">Oil</h2>'],
    ['![A](./lamp.png){width=300}', "'width':'300'"],
    ['Text\n{: .lead}', '<p class="lead">Text</p>'],
    ['```{.python #lst}\nx\n```', '<section class="code" id="lst"'],
    ['## A \\{#b}', 'A {#b}</h2>'],
  ])('%j', async (text, part) => {
    for (const mdx of [false, true]) expect(await html(text, mdx)).toContain(part);
  });

  it('are left alone in code, and braces that hold something else', async () => {
    expect(await html('`{#id}` and {braces}\n\n```\n## A {#b}\n```')).toContain(
      '<code>{#id}</code> and {braces}',
    );
  });

  it('that say nothing are named in .mdx, which could not be read before', async () => {
    expect(await problems('One.\n\n- {#x} odd', true)).toEqual(['text/unread-attributes:3']);
    expect(await problems('![A](./lamp.png){width=50%}')).toEqual(['text/unread-attributes:1']);
  });
});

describe('definition lists', () => {
  it.each([
    ['Lamp\n: Light', '<dl><dt>Lamp</dt><dd>Light</dd></dl>'],
    ['A *b*\nC\n: One\n: Two', '<dl><dt>A <em>b</em></dt><dt>C</dt><dd>One</dd><dd>Two</dd></dl>'],
    ['Lamp\n\n: Light', '<dl><dt>Lamp</dt><dd><p>Light</p></dd></dl>'],
    ['> Lamp\n> : Light', '<blockquote><dl><dt>Lamp</dt><dd>Light</dd></dl></blockquote>'],
    ['- Lamp\n  : Light', '<ul><li><dl><dt>Lamp</dt><dd>Light</dd></dl></li></ul>'],
    ['A "lamp"\n: "Light"', '<dl><dt>A “lamp”</dt><dd>“Light”</dd></dl>'],
  ])('%j', async (text, expected) => {
    for (const mdx of [false, true]) expect((await html(text, mdx)).replaceAll(/\n/g, '')).toBe(expected);
  });
});

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

describe('headings', () => {
  it('of the first level are sections one level up, and nothing is lost from the contents', async () => {
    const { contents, html } = await compiledInFolder('# A\n\n## B\n\n# C\n\nSetext\n===');
    expect(contents).toEqual(['A', 'C', 'Setext']);
    expect(html).toContain('<h3 id="b">B</h3>');
  });

  it('stay where they are in a text without any of the first level', async () => {
    expect(await html('## A\n\n### B')).toMatch(/<h2 id="a">.*<h3 id="b">/s);
  });

  it.each([
    ['<h2>Raw *title*</h2>', true],
    ['<h2 id="raw-title">Raw title</h2>', true],
    ['<div>\n  <h2>Raw title</h2>\n</div>', true],
    ['<h2>Raw title</h2>', false],
    ['<h1>Raw title</h1>', true],
  ])('in HTML are in the contents, with their link: %j', async (text, mdx) => {
    const { contents, html } = await compiledInFolder(text, { mdx });
    expect(contents).toEqual(['Raw title']);
    expect(html).toContain('<a class="heading-link" href="#raw-title"');
  });

  it('have no invisible signs in their ids', async () => {
    expect(await html('## Soft\u00adhyphen&shy;s\u200b')).toContain('id="softhyphens"');
  });
});

describe('HTML', () => {
  it.each([
    ['before <!-- secret --> after', 'before  after'],
    ['a\n\n<!--\nsecret\n\nsecret\n-->\n\nb', '<p>a</p>'],
    ['- a <!-- secret -->', '<li>a'],
    ['> a <!-- secret -->', '<p>a'],
    ['## A <!-- secret -->', '<h2 id="a">'],
    ['a <!-- secret */ --> b', 'a  b'],
  ])('comments are left out: %j', async (text, part) => {
    for (const mdx of [false, true]) {
      const made = await html(text, mdx);
      expect(made).not.toContain('secret');
      expect(made).not.toContain('<!--');
      expect(made).toContain(part);
    }
  });

  it('comments in code stay', async () => {
    const made = await html('`<!-- a -->` and <!-- b -->\n\n```html\n<!-- c -->\n```', true);
    expect(made).toContain('&#x3C;!-- a -->');
    expect(made).toContain('&#x3C;!-- c -->');
  });

  it.each(['<a name="oil"></a>Oil', '<a name="oil">Oil</a>', '<a id="oil"></a>Oil', '<a name="oil" />Oil'])(
    'a target: %j',
    async (text) => {
      for (const mdx of [false, true]) expect(await html(text, mdx)).toMatch(/<(?:a|p) id="oil">/);
    },
  );

  it.each([
    ['<div />\n\nafter', '<div></div>\n<p>after</p>'],
    ['<span/> after', '<span></span> after'],
    ['<br/> <img src="lamp.png" alt="a"/> after', '<br> <picture>'],
  ])('closed with a slash takes nothing with it: %j', async (text, part) => {
    expect(await html(text)).toContain(part);
  });

  it.each([
    '<img src="./lamp.png" alt="A">',
    '<img src="lamp.png" alt="A" />',
    '<p><img alt="A" src="./img/a.png" /></p>',
  ])('pictures are made like those of Markdown: %j', async (text) => {
    expect(await html(text)).toContain('<img __ASTRO_IMAGE_=');
    if (text.includes('/>')) expect(await html(text, true)).toContain('<img __ASTRO_IMAGE_=');
  });

  it('a picture that is not there is named, with one that is', async () => {
    const made = await compiledInFolder('A\n\n<img src="./lamb.png" alt="A">', { files });
    expect(made.problems).toEqual(['text/missing-image:3']);
    expect(made.messages[0]).toContain('Did you mean `./lamp.png`?');
    expect(await problems('![A](./LAMP.png)')).toEqual(['text/missing-image:1']);
  });

  it.each(['<p align="center">A</p>', '<center>A</center>', '<div style="text-align: center;">A</div>'])(
    'in the middle: %j',
    async (text) => {
      expect(await html(text)).toContain('class="align-center"');
    },
  );

  it('of earlier days is written as it is now', async () => {
    expect(await html('<font color="red">A</font> <tt>b</tt> <strike>c</strike>')).toContain(
      '<span>A</span> <code>b</code> <s>c</s>',
    );
  });

  it('`class` is fine in .mdx', async () => {
    expect(await html('<p class="x">A</p>', true)).toBe('<p class="x">A</p>');
  });
});

describe('names of files', () => {
  it.each(['Übung.png', 'café menu.png', 'がぎ.png'])(
    'in one form of Unicode are found by the other: %s',
    async (name) => {
      for (const [there, written] of [
        [name.normalize('NFD'), name.normalize('NFC')],
        [name.normalize('NFC'), name.normalize('NFD')],
      ] as const) {
        const made = await compiledInFolder(
          `![A](<./${written}>) <img src="${encodeURI(written)}" alt="B">`,
          {
            files: { [there]: 'x' },
          },
        );
        expect(made.problems).toEqual([]);
        expect(made.html.replaceAll('&#x22;', "'").match(/'src':'([^']*)'/g)).toEqual(
          [0, 1, 2, 3].map(() => `'src':'./${there}'`), // AVIF and WebP of each
        );
      }
    },
  );

  it('that are linked are published with the page', async () => {
    const made = await compiledInFolder(
      '[a](./paper.pdf#page=2) [b](gone.pdf)\n\n<video src="clip.mp4" poster="./lamp.png"><track src="clip.vtt"></video>',
      { files },
    );
    expect(made.files).toEqual(['clip.mp4', 'clip.vtt', 'lamp.png', 'paper.pdf']);
    expect(made.html).toContain('href="./paper.pdf#page=2"');
  });
});

describe('links inside the site', () => {
  it.each([
    ['../two/index.mdx', '/essays/two/'],
    ['../two/index.md#a', '/essays/two/#a'],
    ['../two.md', '/essays/two/'],
    ['../../pages/about.md', '/about/'],
    ['/essays/two', '/essays/two/'],
    ['/essays/two?a=1#b', '/essays/two/?a=1#b'],
    ['../two', '../two/'],
    ['/feed.xml', '/feed.xml'],
    ['/icon.svg', '/icon.svg'],
    ['#a', '#a'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['https://x.example/a', 'https://x.example/a'],
  ])('%s', async (written, address) => {
    for (const mdx of [false, true])
      expect(await html(`[a](${written})`, mdx)).toContain(`<a href="${address}">`);
  });
});

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

describe('captions', () => {
  it('hold marks, formulas and notes', async () => {
    const made = await html(
      '<Figure id="fig-a" src="./lamp.png" alt="A" caption="Of `code`, $x$, H~2~O^[a note]" />\n\n<Epigraph source="*Book*">A</Epigraph>',
      true,
    );
    expect(made).toMatch(
      /<\/span> Of <code>code<\/code>, <math>.*<\/math>, H<sub>2<\/sub>O<sup><a href="#fn-/s,
    );
    expect(made).toContain('<figcaption><em>Book</em></figcaption>');
  });

  it('of plain words are as they were', async () => {
    const caption = 'It’s plain -- "really".';
    expect(await html(`<Figure id="fig-a" src="./lamp.png" alt="A" caption='${caption}' />`, true)).toContain(
      '</span> It’s plain -- "really".</figcaption>',
    );
  });
});

describe('sound, film and frames', () => {
  it('<Video> and <Audio> are players with captions', async () => {
    const made = await html('<Video src="./clip.mp4" captions="./clip.vtt" caption="A *film*" />', true);
    expect(made).toContain(
      '<track kind="captions" src="./clip.vtt" srclang="en" label="English" default></video>',
    );
    expect(made).toContain('<figcaption>A <em>film</em></figcaption>');
    expect(await problems('A\n\n<Audio src="./gone.mp3" />', true)).toEqual(['text/missing-file:3']);
    expect(await problems('<Video />', true)).toEqual(['text/missing-attribute:1']);
    expect(await problems('<video src="https://x.example/a.mp4"></video>')).toEqual(['text/remote-media:1']);
  });

  it.each([
    ['<Embed src="https://youtu.be/abc" title="F" />', true],
    ['<Embed src="https://www.youtube.com/watch?v=abc" title="F" />', true],
    ['<iframe src="https://www.youtube.com/embed/abc" title="F" allowfullscreen></iframe>', true],
    ['<iframe src="//www.youtube.com/embed/abc" title="F" width="560" height="315" />', false],
  ])('a frame from a listed host asks nothing before a reader does: %s', async (text, mdx) => {
    const made = await compiledInFolder(`${text}\n\nafter`, { mdx, embeds: ['www.youtube.com'] });
    expect(made.problems).toEqual([]);
    expect(made.html).toContain('<iframe name="frame-1" title="F" allow=');
    expect(made.html).not.toMatch(/ src="/);
    expect(made.html).toContain('<a href="https://www.youtube.com/embed/abc" target="frame-1">Show “F” here');
    expect(made.html).toContain('<a href="https://www.youtube.com/watch?v=abc">');
    expect(made.html).toContain('>after</p>');
  });

  it.each([
    ['<iframe src="https://x.example/"></iframe>', 'text/unknown-frame:1'],
    ['<Embed src="https://x.example/" />', 'text/unknown-frame:1'],
    ['<Embed src="film.mp4" />', 'text/invalid-frame:1'],
    ['<Embed />', 'text/missing-attribute:1'],
    ['<iframe srcdoc="a" name="frame-1"></iframe>', 'text/refused-element:1'],
  ])('any other is named: %s', async (text, problem) => {
    expect(await problems(text, true)).toEqual([problem]);
  });
});

describe('links by name', () => {
  it.each([
    ['![[lamp.png]]', "'alt':'lamp','src':'./lamp.png'"],
    ['![[lamp.png|A lamp]]', "'alt':'A lamp','src':'./lamp.png'"],
    ['![[lamp.png|200]]', "'width':'200'"],
    ['[[#Part]]\n\n## Part', '<a href="#part">Part</a>'],
    ['[[1, 2], [3, 4]]', '[[1, 2], [3, 4]]'],
    ['`[[a]]` and \\[[b]]', '<code>[[a]]</code> and [[b]]'],
    ['[[toc]]\n\nText', '<p>Text</p>'],
  ])('%j', async (text, part) => {
    for (const mdx of [false, true]) expect(await html(text, mdx)).toContain(part);
  });

  it('that lead nowhere are named', async () => {
    expect(await problems('A\n\n[[no such essay]]')).toEqual(['text/unknown-wiki-link:3']);
  });
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

it('an element that is none is named as its author wrote it', async () => {
  const made = await compiledInFolder('Text.\n\n<RecentPlays>\na\n</RecentPlays>', { files });
  expect(made.messages.join('')).toContain('`<RecentPlays>` is not an element');
});

describe('what a writer of another country, program or place writes', () => {
  it.each([
    ['Es kostet 2$, nicht 3$.', '<p>Es kostet 2$, nicht 3$.</p>'],
    ['Cela coûte 5$. Puis 6$!', '<p>Cela coûte 5$. Puis 6$!</p>'],
    ['- $2 und $3', '<ul>\n<li>$2 und $3</li>\n</ul>'],
    ['R$ 5 e R$ 6', '<p>R$ 5 e R$ 6</p>'],
    ['costs $5-$10, or US$5/A$6', '<p>costs $5-$10, or US$5/A$6</p>'],
    ['- a <!-- b\n  c -->\n- d', '<ul>\n<li>a </li>\n<li>d</li>\n</ul>'],
    ['灯\n: 光るもの', '<dl>\n<dt>灯</dt>\n<dd>光るもの\n</dd>\n</dl>'],
    ['Lampe\r\n:   Ein *Ding*.\r\n', '<dl>\n<dt>Lampe</dt>\n<dd>Ein <em>Ding</em>.\n</dd>\n</dl>'],
    ['a {#b}\n===\n\nx', '<div class="heading h2"><h2 id="b">a</h2></div>\n<p>x</p>'],
    ['[o](../two/index.md#s "T")', '<p><a href="/essays/two/#s" title="T">o</a></p>'],
    ['[o][r]\n\n[r]: /essays/two', '<p><a href="/essays/two/">o</a></p>'],
  ])('%j', async (text, made) => {
    for (const mdx of [false, true]) expect(await html(text, mdx)).toBe(made);
  });

  it.each(['2$x$ is even', '$x$, $y$', '3 $x$', '$2x$'])('a formula stays one: %j', async (text) => {
    expect(await html(text)).toContain('<math');
  });

  it.each(['```math\na^2\n```', '> ```math\n> a^2\n> ```', '- ```math\r\n  a^2\r\n  ```'])(
    'a block of code named math is a formula: %j',
    async (text) => {
      for (const mdx of [false, true]) expect(await html(text, mdx)).toContain('<math display="block"');
    },
  );

  it.each(['A $`a_b * c_d`$ b.', '| $`a_b * c_d`$ |\n|---|\n| x |'])(
    'a formula between backquotes: %j',
    async (text) => {
      const made = await html(text);
      expect(made).toContain('<annotation encoding="application/x-tex">a_b * c_d</annotation>');
      expect(made).not.toContain('‘');
    },
  );

  it('a table is named by its formula as it is read', async () => {
    expect(await html('| $a^2$ | b |\n|---|---|\n| 1 | 2 |')).toContain('aria-label="a², b"');
  });

  it.each([
    ':::note\n\n```\n:::\n```\n\n:::\n\nEnd.',
    '::::note\n:::tip\n~~~\n:::::\n~~~\n:::\n::::\n\nEnd.',
    '- :::note\n  ```\n  :::\n  ```\n  :::\n\nEnd.',
    '> :::note\r\n> ```\r\n> :::\r\n> ```\r\n> :::\r\n\r\nEnd.',
  ])('colons in a block of code end no callout: %j', async (text) => {
    for (const mdx of [false, true]) {
      const made = await html(text, mdx);
      expect(made.match(/<pre>/g)).toHaveLength(1);
      expect(made).toMatch(/<pre><code>:{3,5}\n<\/code><\/pre><\/section>\n?<\/div>/);
      expect(made).toMatch(/<p>End\.<\/p>$/);
    }
  });

  it.each([
    ['<Video src="./clip.mp4" title="A film" />', 'text/unread-attribute:1'],
    ['a\n\n<Aside titel="x">\n\nb\n\n</Aside>', 'text/unread-attribute:3'],
    ['<Figure id="f" src="./lamp.png" alt="L" caption="C" width="3" />', 'text/unread-attribute:1'],
    [
      '<picture><source srcSet="https://p.example/a.webp" /><img src="./lamp.png" alt="" /></picture>',
      'text/remote-image:1',
    ],
  ])('is named where it shows nothing: %j', async (text, problem) => {
    expect(await problems(text, true)).toEqual([problem]);
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
