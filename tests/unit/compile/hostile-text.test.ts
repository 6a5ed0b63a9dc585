import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';

/** The codes and lines of everything that is wrong with a text. */
async function problemsOf(source: string, path = 'essay.mdx'): Promise<string[]> {
  const { problems } = await compileText(source, { path });
  return problems.map(({ code, line }) => `${code}:${line}`);
}

describe('what a text may not have', () => {
  it.each([
    '<script>alert(1)</script>',
    '<SCRIPT src="//a.example/x.js"></SCRIPT>',
    '<style>h1 { display: none }</style>',
    '<meta http-equiv="refresh" content="0;url=https://a.example/">',
    '<base href="https://a.example/">',
    '<iframe src="https://a.example/"></iframe>',
    '<object data="x.swf"></object>',
    '<embed src="x.swf">',
    '<form action="https://a.example/"><p>x</p></form>',
    '<textarea>',
    '<select><option>a</option></select>',
    '<link rel="stylesheet" href="https://a.example/x.css">',
    '<svg><script>alert(1)</script></svg>',
    '<svg><foreignObject><p>x</p></foreignObject></svg>',
    '<svg><set attributeName="href" to="javascript:alert(1)"/></svg>',
    '<svg><animate attributeName="href" values="javascript:alert(1)"/></svg>',
    '<template><p>x</p></template>',
    '<noscript><p title="</noscript>">x</p></noscript>',
    '<marquee>x</marquee>',
  ])('the element in %j, in Markdown', async (html) => {
    const found = await problemsOf(`Before.\n\n${html}\n`, 'essay.md');
    expect(
      found.some((one) => /^text\/(?:refused-element|unsafe-address|unknown-frame):3$/.test(one)),
      `${found}`,
    ).toBe(true);
  });

  it.each([
    '<script>{`alert(1)`}</script>',
    '<style>{`h1 { display: none }`}</style>',
    '<iframe srcdoc="<script>alert(1)</script>" />',
    '<iframe src={address} />',
    '<form action="https://a.example/"><button>Sign in</button></form>',
    '<meta httpEquiv="refresh" content="0" />',
    '<object data="x" />',
    '<svg><foreignObject><p>x</p></foreignObject></svg>',
  ])('the element in %j, in MDX', async (jsx) => {
    expect(await problemsOf(`export const address = 'x';\n\n${jsx}\n`)).toContain('text/refused-element:3');
  });

  it.each([
    ['<p onclick="x()">a</p>', 'essay.md'],
    ['<svg onload="x()"></svg>', 'essay.md'],
    ['<p style="position: fixed">a</p>', 'essay.md'],
    ['<p onClick={() => x()}>a</p>', 'essay.mdx'],
    ['<p style={{ position: "fixed" }}>a</p>', 'essay.mdx'],
    ['<a href="x" ping="https://a.example/">a</a>', 'essay.md'],
    ['<video onError="x()" src="./a.mp4" />', 'essay.mdx'],
    ['<table background="https://a.example/x.png"><tr><td>a</td></tr></table>', 'essay.md'],
    ['<a href="x" attributionsrc="https://a.example/">a</a>', 'essay.md'],
    ['<a xml:base="javascript:x()//" href="x">a</a>', 'essay.md'],
    ['<a xml:base="javascript:x()//" href="x">a</a>', 'essay.mdx'],
    ['<div set:html="<script>x()</script>" />', 'essay.mdx'],
    ['<Fragment set:html="<script>x()</script>" />', 'essay.mdx'],
    ['<div set:html={markup} />', 'essay.mdx'],
    ['<p client:load>a</p>', 'essay.mdx'],
    ['<p dangerouslySetInnerHTML={{ __html: "a" }} />', 'essay.mdx'],
  ])('the attribute in %j', async (html, path) => {
    expect(await problemsOf(`Before.\n\n${html}\n`, path)).toContain('text/refused-attribute:3');
  });

  it.each([
    ['<a href="javascript:alert(1)">a</a>', 'essay.mdx'],
    ['<a href={"javascript:alert(1)"}>a</a>', 'essay.mdx'],
    ['<a href={`javascript:alert(1)`} id={name}>a</a>', 'essay.mdx'],
    ['<a href="java\nscript:alert(1)">a</a>', 'essay.md'],
    ['<a href="&#1;javascript:alert(1)">a</a>', 'essay.md'],
    ['<a href="jav&#x09;ascript:alert(1)">a</a>', 'essay.md'],
    ['<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>', 'essay.md'],
    ['<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>', 'essay.mdx'],
    ['<blockquote cite="javascript:alert(1)">a</blockquote>', 'essay.md'],
    ['[a](javascript:alert(1))', 'essay.mdx'],
    ['[a](data:text/html,x)', 'essay.md'],
    ['[a](java&Tab;script:alert(1))', 'essay.md'],
    ['[a](<java&NewLine;script:alert(1)>)', 'essay.mdx'],
    ['[a](&#0;javascript:alert(1))', 'essay.md'],
    ['[a](java%0Ascript:alert(1))', 'essay.md'],
    ['<video poster="javascript:alert(1)"></video>', 'essay.md'],
  ])('an address that runs code: %j', async (html, path) => {
    expect(await problemsOf(`Before.\n\n${html}\n`, path)).toContain('text/unsafe-address:3');
  });

  it('an address or a picture that a figure names, with the line of the figure', async () => {
    const figure = (src: string) => `Text.\n\n<Figure id="fig-a" src="${src}" alt="a" caption="c" />\n`;
    expect(await problemsOf(figure('javascript:alert(1)'))).toEqual(['text/unsafe-address:3']);
    expect(await problemsOf(figure('https://a.example/a.png'))).toEqual(['text/remote-image:3']);
    expect(await problemsOf(figure('./none.png'))).toEqual(['text/missing-image:3']);
  });

  it('attributes that are computed as a whole', async () => {
    expect(await problemsOf('<a {...{ href: "javascript:alert(1)" }}>a</a>\n')).toEqual([
      'text/spread-attributes:1',
    ]);
  });

  it.each([
    ['import x from "https://a.example/x.js"', 'text/remote-import:1'],
    ['import x from "//a.example/x.js"', 'text/remote-import:1'],
    ['export { x } from "data:text/javascript,1"', 'text/remote-import:1'],
    ['import Chart from "../../components/Chart.vue"', 'text/unsupported-import:1'],
    ['import Chart from "./Chart.jsx"', 'text/unsupported-import:1'],
    ['export default () => null', 'text/default-export:1'],
    ['export const x = 1;\nexport { x as default };', 'text/default-export:2'],
    ['export const frontmatter = { title: "A" };', 'text/reserved-export:1'],
    ['export function Content() {}', 'text/reserved-export:1'],
    ['export const a = 1, url = "";', 'text/reserved-export:1'],
  ])('%j', async (statement, problem) => {
    expect(await problemsOf(`${statement}\n\nText.\n`)).toContain(problem);
  });

  it.each([
    ['<svg><use href="https://a.example/x.svg#a" /></svg>', 'essay.md'],
    ['<svg><use xlink:href="//a.example/x.svg#a" /></svg>', 'essay.mdx'],
    ['<svg><linearGradient href="\\\\a.example/x.svg#a" /></svg>', 'essay.md'],
    ['<svg><rect fill="url(https://a.example/x.svg#a)" /></svg>', 'essay.mdx'],
    ['<svg><rect clip-path="URL( \'ht\ttps://a.example/x.svg#a\')" /></svg>', 'essay.md'],
    ['<svg><rect fill="u\\72l(https://a.example/x.svg#a)" /></svg>', 'essay.md'],
    ['<svg><g mask="image-set(&quot;//a.example/x.svg&quot; 1x)" /></svg>', 'essay.md'],
    ['<svg><g filter="url(data:image/svg+xml,x#a)" /></svg>', 'essay.md'],
    ['<svg><g cursor={"url(https://a.example/x.png)"} id={name} /></svg>', 'essay.mdx'],
  ])('a part of a drawing from elsewhere: %j', async (drawing, path) => {
    expect((await problemsOf(`Text.\n\n${drawing}\n`, path)).join()).toMatch(
      /text\/(?:remote-drawing|unsafe-address):3/,
    );
  });

  it.each(['![a](https://a.example/x.png)', '<img src="//a.example/x.png" alt="a">'])(
    'a picture from elsewhere: %j',
    async (picture) => {
      expect(await problemsOf(`Text.\n\n${picture}\n`, 'essay.md')).toEqual(['text/remote-image:3']);
    },
  );
});

describe('what a text may have', () => {
  it.each([
    '<details><summary>More</summary><p>Text</p></details>',
    '<p>H<sub>2</sub>O, <kbd>Ctrl</kbd>, <abbr title="a">b</abbr>, <ruby>漢<rt>kan</rt></ruby></p>',
    '<svg viewBox="0 0 1 1"><title>A</title><linearGradient id="g"><stop offset="0"/></linearGradient><path d="M0 0"/></svg>',
    '<svg viewBox="0 0 1 1"><defs><path id="p" d="M0 0"/></defs><use href="#p" fill="url(#g)" mask="url(\'#m\')"/></svg>',
    '<math><mi>x</mi></math>',
    '<video controls src="/a.mp4"></video>',
    '- [x] done',
    '<!-- a comment -->',
  ])('%j', async (html) => {
    expect(await problemsOf(`${html}\n`, 'essay.md')).toEqual([]);
  });
});

it('a comment that is not closed before the next one, in MDX', async () => {
  await expect(problemsOf('Text.\n\n<!-- a --\n\nLost.\n\n<!-- b -->\n')).rejects.toThrow(/essay\.mdx:3/);
});

describe('text that would be lost is named', () => {
  it.each([
    ['Text.\n\n<!-- unclosed\n\nMore.\n', 'text/unclosed-comment:3'],
    ['Text <!-- a --> and\n\n<!-- a --> <!-- b\n', 'text/unclosed-comment:3'],
    ['a[^1]\n\n[^1]: one\n[^1]: two\n', 'text/duplicate-note:4'],
    ['a[^1]\n\n[^1]: \n', 'text/empty-note:3'],
    ['| a | b |\n|---|---|\n| 1 | 2 | 3 |\n', 'text/extra-cell:3'],
    ['Text.\n\n<!-- a --\n\nLost.\n\n<!-- b -->\n', 'text/unclosed-comment:3'],
    ['```const a = 1;\n```\n', 'text/empty-code:1'],
    ['```hello\n```\n', 'text/empty-code:1'],
    ['Text.\n\n~~~old words~~~\n\nLost.\n', 'text/fence-on-one-line:3'],
    ['A `Map` and a Vector<int> here.\n', 'text/unknown-element:1'],
    ['![a cat](my cat.png)\n', 'text/image-with-space:1'],
  ])('%j', async (source, problem) => {
    expect(await problemsOf(source, 'essay.md')).toContain(problem);
  });

  it.each([
    '![a](<my cat.png>)',
    '![a](./cat.png "A title")',
    'An aside (in ![brackets] (and more)).',
    '`![a](my cat.png)`',
    '| a | b |\n|---|---|\n| 1 |',
    'a[^1]\n\n[^1]: one',
  ])('and nothing where it is not: %j', async (source) => {
    const found = await problemsOf(`${source}\n`, 'essay.md');
    expect(found.filter((one) => !one.startsWith('text/missing-image'))).toEqual([]);
  });
});
