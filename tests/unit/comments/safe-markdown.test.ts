import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { commentTree } from '../../../src/comments/safe-markdown.ts';

const shown = (text: string) => toHtml(commentTree(text)).replaceAll(' dir="auto"', '');

describe('the text of a comment', () => {
  it.each([
    ['Two\n\nparagraphs', '<p>Two</p>\n<p>paragraphs</p>'],
    ['A new\nline', '<p>A new<br>\nline</p>'],
    ['*em* **strong** `code`', '<p><em>em</em> <strong>strong</strong> <code>code</code></p>'],
    ['> quoted', '<blockquote>\n<p>quoted</p>\n</blockquote>'],
    ['- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
    ['3. three', '<ol start="3">\n<li>three</li>\n</ol>'],
    ['```js\nx < y\n```', '<pre><code>x &#x3C; y\n</code></pre>'],
  ])('has what people write: %j', (text, html) => {
    expect(shown(text)).toBe(html);
  });

  it.each([
    ['<b>HTML</b>', '<p>&#x3C;b>HTML&#x3C;/b></p>'],
    ['# no heading', '<p># no heading</p>'],
    ['a\n---', '<p>a<br>\n---</p>'],
    ['    no code', '<p>no code</p>'],
    ['[x]: https://a.example', /^<p>\[x\]: <a href="https:\/\/a\.example\/"/],
  ])('shows the rest as it was typed: %j', (text, html) => {
    if (typeof html === 'string') expect(shown(text)).toBe(html);
    else expect(shown(text)).toMatch(html);
  });

  it('has links that say they come from readers', () => {
    const rel = 'rel="ugc nofollow noopener"';
    expect(shown('[a](https://a.example)')).toBe(`<p><a href="https://a.example/" ${rel}>a</a></p>`);
    expect(shown('see Https://a.example/x_y_z.')).toBe(
      `<p>see <a href="https://a.example/x_y_z" ${rel}>Https://a.example/x_y_z</a>.</p>`,
    );
    expect(shown('![a](https://a.example)')).toBe(`<p>!<a href="https://a.example/" ${rel}>a</a></p>`);
  });

  it('has no other links: only their words stay', () => {
    for (const address of ['/about/', '#x', 'mailto:a@b.example', 'javascript:x', 'https://a@b.example'])
      expect(shown(`[words](${address})`)).toBe('<p>words</p>');
    expect(shown('a@b.example')).toBe('<p>a@b.example</p>');
  });

  it('takes its direction from itself, and turns nothing else round', () => {
    expect(toHtml(commentTree('שלום\u202E x &#x202E; y'))).toBe('<p dir="auto">שלום x  y</p>');
  });

  it('nests no deeper than six, and is no longer than 10,000 characters', () => {
    expect(shown('>'.repeat(50) + 'a').match(/<blockquote>/g)?.length).toBe(6);
    const list = Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n');
    expect(shown(list).match(/<ul>/g)?.length).toBe(6);
    expect(shown(list).match(/<li>/g)?.length).toBe(6);
    expect(shown('x'.repeat(20_000))).toBe(`<p>${'x'.repeat(10_000)}…</p>`);
  });

  it('is the same whether the parser read it or it was plain enough without', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'Word',
        '.',
        ' ',
        '  ',
        '\n',
        '\n\n',
        '1',
        '1.',
        '2)',
        '-',
        '*',
        '+',
        '#',
        '>',
        '\t',
        '   ',
        '    ',
      ],
      ...[
        '!',
        '(',
        ')',
        ':',
        '//',
        'http:',
        'www',
        '.b',
        '&amp;',
        '"',
        '’',
        '\u00A0',
        'é',
        '\u{1F600}',
        '--',
        '=',
        '~~',
        '`',
      ],
    );
    const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (one) => {
        const parsed = shown(`${one}\n\n*x*`); // has a mark, so that the parser reads it all
        fc.pre(!/[`~]/.test(one)); // an open code block would go on into what was added
        expect(parsed).toBe(`${shown(`${one}\n\nx`).replace(/<p>x<\/p>$/, '<p><em>x</em></p>')}`);
      }),
      { numRuns: 3_000 },
    );
  });
});
