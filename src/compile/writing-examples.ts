/** One construct of a text: how it is written and what it becomes. */
export interface WritingExample {
  name: string;
  /** As an author writes it. A test compiles it, in `.md` and in `.mdx`. */
  written: string;
  /** Where only one of the two reads it. */
  only?: 'md' | 'mdx';
  /** What a reader sees, as a sentence or its end. */
  becomes: string;
  /** Source of a pattern that the HTML matches. */
  html: string;
}

/** Every construct that a text can have, in the order of the table in `writing.md`. */
export const writingExamples: readonly WritingExample[] = [
  {
    name: 'Emphasis',
    written: '*a*, **b**, ~~c~~',
    becomes: 'italics, bold, struck out',
    html: '<em>a</em>, <strong>b</strong>, <del>c</del>',
  },
  { name: 'Mark', written: '==a==', becomes: 'marked words', html: '<mark>a</mark>' },
  {
    name: 'Subscript, superscript',
    written: 'H~2~O, x^2^',
    becomes: 'lowered and raised signs',
    html: 'H<sub>2</sub>O, x<sup>2</sup>',
  },
  { name: 'Emoji', written: ':smile:', becomes: 'the sign of that name', html: '😄' },
  {
    name: 'Typography',
    written: '"a" -- b...',
    becomes: 'quotation marks, dash and ellipsis as in print',
    html: '“a” — b…',
  },
  {
    name: 'Link',
    written: '[a](https://x.example/)',
    becomes: 'a link',
    html: '<a href="https://x\\.example/">a</a>',
  },
  {
    name: 'Bare address',
    written: 'https://x.example/',
    becomes: 'a link',
    html: '<a href="https://x\\.example/" class="bare">',
  },
  {
    name: 'Link to another text',
    written: '[a](../other/index.md#part)',
    becomes: 'a link to its page',
    html: '<a href="/essays/other/#part">',
  },
  {
    name: 'Wiki-link',
    written: '[[#Part|a]]\n\n## Part',
    becomes: 'a link; `[[name]]` is an essay’s folder or a page',
    html: '<a href="#part">a</a>',
  },
  {
    name: 'Heading',
    written: '## A part',
    becomes: 'a section, in the contents, with a link to itself',
    html: '<h2 id="a-part">.*class="heading-link"',
  },
  {
    name: 'Heading with an id',
    written: '## A part {#p}',
    becomes: 'a section with the address `#p`',
    html: '<h2 id="p">A part</h2>',
  },
  {
    name: 'Heading of level 1',
    written: '# A part\n\n## B',
    becomes: 'a section; all headings go one level down',
    html: '<h2 id="a-part">[^]*<h3 id="b">',
  },
  {
    name: 'Target',
    written: '<a name="p"></a>A',
    becomes: 'a place to which `#p` leads',
    html: '<p id="p">A',
  },
  { name: 'List', written: '- a\n  1. b', becomes: 'a list, with one inside', html: '<ul[^]*<ol' },
  {
    name: 'Task list',
    written: '- [x] a',
    becomes: 'a box that shows a state',
    html: '<input type="checkbox" checked disabled aria-label="done">',
  },
  {
    name: 'Definition list',
    written: 'Term\n: Meaning',
    becomes: 'a term and its meaning',
    html: '<dl[^]*<dt>Term</dt>[^]*<dd>Meaning',
  },
  { name: 'Quotation', written: '> a', becomes: 'a quotation', html: '<blockquote' },
  {
    name: 'Callout',
    written: '> [!NOTE] A title\n> a',
    becomes: 'a callout: note, tip, important, warning or caution',
    html: 'class="callout callout-note" role="note">\\s*<p class="callout-title">A title',
  },
  {
    name: 'Callout that folds',
    written: '> [!TIP]- A title\n> a',
    becomes: 'a callout that opens when it is clicked; with `+` it is open',
    html: '<details [^>]*class="callout callout-tip">\\s*<summary>A title',
  },
  {
    name: 'Container',
    written: ':::warning[A title]\na\n:::',
    becomes: 'a callout; `::: warning A title` is the same',
    html: 'class="callout callout-warning"',
  },
  {
    name: 'Note',
    written: 'a[^1]\n\n[^1]: A note.',
    becomes: 'a note in the margin or at the end',
    html: '<li id="fn-1">',
  },
  {
    name: 'Inline note',
    written: 'a^[A note.]',
    becomes: 'the same, written where it belongs',
    html: '<li id="fn-[a-z]+">\\s*<p>A note\\.',
  },
  {
    name: 'Table',
    written: '| a | b |\n| - | -: |\n| 1 | 2 |',
    becomes: 'a table that scrolls where it is wide',
    html: '<section class="table"[^>]* tabindex="0"[^>]*><table>',
  },
  {
    name: 'Code',
    written: '`a`\n\n```js\nb\n```',
    becomes: 'code; a block scrolls and has colours',
    html: '<code>a</code>[^]*<section class="code"',
  },
  {
    name: 'Title and marked lines',
    written: '```js title="a.js" {1}\na\n```',
    becomes: 'a block with a title and marked lines',
    html: '<p class="code-title">a\\.js</p>[^]*<mark>a\\n</mark>',
  },
  {
    name: 'Formula',
    written: '$x^2$',
    becomes: 'a formula in the line; `$2 and $3` is money',
    html: '<math><semantics>',
  },
  {
    name: 'Displayed formula',
    written: '$$x^2$$',
    becomes: 'a formula on a line of its own',
    html: '<section [^>]*class="formula"[^]*<math display="block"',
  },
  {
    name: 'Picture',
    written: '![A lamp](./lamp.png)',
    becomes: 'the picture, in several sizes',
    html: '<img __ASTRO_IMAGE_',
  },
  {
    name: 'Picture with a width',
    written: '![A lamp](./lamp.png){width=200}',
    becomes: 'the same, 200 pixels wide',
    html: 'width&#x22;:&#x22;200',
  },
  {
    name: 'Picture by name',
    written: '![[lamp.png|A lamp]]',
    becomes: 'the picture',
    html: '<img __ASTRO_IMAGE_',
  },
  {
    name: 'Picture in HTML',
    written: '<img src="./lamp.png" alt="A lamp" />',
    becomes: 'the same as a picture in Markdown',
    html: '<img __ASTRO_IMAGE_',
  },
  {
    name: 'File',
    written: '[a](./paper.pdf)',
    becomes: 'a link; the file is published beside the page',
    html: '<a href="\\./paper\\.pdf">',
  },
  {
    name: 'Film in HTML',
    written: '<video src="./clip.mp4" controls></video>',
    becomes: 'a player; the file is published beside the page',
    html: '<video src="\\./clip\\.mp4" controls>',
  },
  {
    name: 'HTML',
    written: '<details><summary>a</summary>b</details>',
    becomes: 'what it is; what could run code is refused',
    html: '<details><summary>a</summary>b</details>',
  },
  { name: 'Comment', written: 'a <!-- b --> c', becomes: 'nothing: it is left out', html: '>a  c</p>' },
  {
    name: 'Frame',
    written: '<iframe src="https://www.youtube.com/embed/abc" title="A"></iframe>',
    becomes: 'an empty frame, and a link that loads it; its host is in `embeds` in `content/site.ts`',
    html: '<iframe name="frame-1" title="A"[^]*target="frame-1"',
  },
  {
    name: 'Figure',
    only: 'mdx',
    written: '<Figure id="fig-a" src="./lamp.png" alt="A lamp" caption="A *lamp*." />',
    becomes: 'a picture with a number and a caption; `[](#fig-a)` prints the number',
    html: 'Figure 1</span> A <em>lamp</em>\\.',
  },
  {
    name: 'Film',
    only: 'mdx',
    written: '<Video src="./clip.mp4" captions="./clip.vtt" caption="A film." />',
    becomes: 'a player with captions',
    html: '<video controls[^]*<track kind="captions"',
  },
  {
    name: 'Sound',
    only: 'mdx',
    written: '<Audio src="./sound.mp3" caption="A sound." />',
    becomes: 'a player',
    html: '<audio controls',
  },
  {
    name: 'Embed',
    only: 'mdx',
    written: '<Embed src="https://www.youtube.com/watch?v=abc" title="A" still="./lamp.png" />',
    becomes: 'the same as a frame, with a picture that is shown before',
    html: '<figure [^>]*class="embed"><picture>',
  },
  {
    name: 'Aside',
    only: 'mdx',
    written: '<Aside>\n\na\n\n</Aside>',
    becomes: 'what a reader may pass over',
    html: 'class="aside" role="note"',
  },
  {
    name: 'Pull quote',
    only: 'mdx',
    written: '<PullQuote>a</PullQuote>',
    becomes: 'words of the text, set large',
    html: 'class="pull-quote"',
  },
  {
    name: 'Epigraph',
    only: 'mdx',
    written: '<Epigraph source="*A book*">a</Epigraph>',
    becomes: 'a quotation before the text',
    html: '<figcaption><em>A book</em>',
  },
  {
    name: 'Timeline',
    only: 'mdx',
    written: '<Timeline>\n\n- **1989** a\n\n</Timeline>',
    becomes: 'dated events',
    html: 'class="timeline"',
  },
  {
    name: 'Table with a caption',
    only: 'mdx',
    written: '<Table id="table-a" caption="A.">\n\n| a |\n| - |\n| 1 |\n\n</Table>',
    becomes: 'a table with a number',
    html: 'Table 1</span> A\\.',
  },
  {
    name: 'Braces',
    only: 'mdx',
    written: "{'<'} and \\{",
    becomes: 'the signs themselves',
    html: '&#x3C; and \\{',
  },
];
