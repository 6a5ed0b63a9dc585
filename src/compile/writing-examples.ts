import { fileExamples } from './file-examples.ts';
import type { WritingExample } from './writing-example.ts';

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
    becomes: 'a link; `[[name]]` is an essay’s folder, a page or a title',
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
  ...fileExamples,
];
