import { describe, expect, it } from 'vitest';
import { html, problems } from './written-text.ts';

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
