import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mendText } from '../../../src/import/mend-text.ts';
import { otherSite, picture } from './other-site.ts';
import { post, words } from './post.ts';

/** What becomes of a text, and the notes on it. */
function mended(text: string, format: 'md' | 'mdx' = 'md') {
  const notes: string[] = [];
  return { text: mendText(text, format, (line, what) => void notes.push(`${line}: ${what}`)), notes };
}

describe('a text that another program let pass', () => {
  it.each([
    ['a mark without its note', 'a[^1] `[^1]`\n\n[^2]: x', 'a\\[^1] `[^1]`\n\n<!-- [^2]: x -->', ['3', '1']],
    [
      'a note that only an unused one names',
      'a\n\n[^1]: b[^2]\n\n[^2]: c',
      'a\n\n<!-- [^1]: b[^2] -->\n\n<!-- [^2]: c -->',
      ['3', '5'],
    ],
    ['notes that are used', 'a[^1]\n\n[^1]: b', 'a[^1]\n\n[^1]: b', []],
    [
      'a link for another program',
      '[chat](irc://a/b) <ftp://c/d> [x](https://e.example/)',
      'chat (`irc://a/b`) `ftp://c/d` [x](https://e.example/)',
      ['1', '1'],
    ],
    ['a link that would run', '[go](javascript:alert(1))', 'go', ['1']],
    [
      'a link of HTML for another program',
      '<p><a class="x" href="irc://a/b">chat</a> <a href="javascript:x()">go</a> <a href="/c">d</a></p>',
      '<p>chat (<code>irc://a/b</code>) go <a href="/c">d</a></p>',
      ['1', '1'],
    ],
    ['a named link that would run', '[go][1]\n\n[1]: javascript:alert(1)', 'go\n\n', ['3', '1']],
    [
      'a name with two addresses',
      '[a][1]\n\n[1]: /a\n[1]: /b\n[1]: /a',
      '[a][1]\n\n[1]: /a\n\n[1]: /a',
      ['4'],
    ],
    [
      'words between three tildes',
      '~~~Old words~~~\n\n## ~~~More~~~ here\n\n~~~\n~~~kept~~~\n~~~\n\n`~~~a~~~`',
      '~~Old words~~\n\n## ~~More~~ here\n\n~~~\n~~~kept~~~\n~~~\n\n`~~~a~~~`',
      ['1', '3'],
    ],
    [
      'styles of JSX and a source in words',
      '<p style={{ a: 1 }}><q cite="my head">a</q> <q cite="https://c.example/">b</q></p>\n\n`<p style={{ a }}>`',
      '<p><q>a</q> <q cite="https://c.example/">b</q></p>\n\n`<p style={{ a }}>`',
      ['1', '1'],
    ],
    [
      'headings without a space',
      '##目录\n\n#so it is\n\n```\n##no\n```\n\n####Four ####\n\n## Fine',
      '## 目录\n\n#so it is\n\n```\n##no\n```\n\n#### Four ####\n\n## Fine',
      ['1', '9'],
    ],
    [
      'a box that only the other site had',
      '<Server>\n\n*a*\n\n</Server>\n\n`<Server>` <Figure>\n\n<Other a="b">\nx\n</Other>',
      '\n\n*a*\n\n\n\n`<Server>` <Figure>\n\n<Other a="b">\nx\n</Other>',
      ['1', '5'],
    ],
    [
      'an element that only the other site had',
      '<callout-note class="aside">\n\n*a* <my-key>b</my-key>\n\n</callout-note>\n\n<a-b on="c">d</a-b>',
      '\n\n*a* b\n\n\n\n&lt;a-b on="c">d&lt;/a-b>',
      ['1', '3', '3', '5', '7'],
    ],
    [
      'a script behind one that is shown as code',
      '`<script>` is an element.\n\n<p>a</p><script src="//x.example/widgets.js"></script>\n\nb',
      '`<script>` is an element.\n\n<p>a</p>\n\nb',
      ['3'],
    ],
    [
      'sizes of pictures that another program made',
      '<picture>\n<source srcset="/a.webp">\n<img src="./a.jpg" srcset="/b.jpg 2x" sizes="50vw" alt="">\n</picture>',
      '<picture>\n<!-- another size -->\n<img src="./a.jpg" alt="">\n</picture>',
      ['1', '3'],
    ],
    [
      'a film of another site',
      '<video controls><source src="//v.example/a.mp4"></video> <video src="./b.mp4"></video>',
      '<a href="https://v.example/a.mp4">https://v.example/a.mp4</a> <video src="./b.mp4"></video>',
      ['1'],
    ],
    [
      'angle brackets in code of HTML',
      '<pre>callq <puts@plt>\n<b>x</b></pre>\n\n<a@b.example>',
      '<pre>callq &lt;puts@plt>\n<b>x</b></pre>\n\n<a@b.example>',
      ['1'],
    ],
    [
      'a row with more cells than the table has columns',
      '| a | b |\n|---|---|\n| 1 | 2 | 3 |',
      '| a | b |  |\n|---|---| --- |\n| 1 | 2 | 3 |',
      ['1'],
    ],
    [
      'the same without signs at the ends',
      'a | b\n--|--\n1 | 2 | 3 | 4',
      'a | b |  |  |\n--|-- | --- | --- |\n1 | 2 | 3 | 4',
      ['1'],
    ],
    [
      'a form',
      '<form><button type="button">Go</button><input name="a"></form>',
      'Go',
      ['1', '1', '1', '1', '1'],
    ],
  ])('is published: %s', (_, before, after, lines) => {
    const { text, notes } = mended(before);
    expect(text).toBe(after);
    expect(notes.map((note) => note.split(':')[0])).toEqual(lines);
  });

  it('keeps what is in a container that only the other site knew', () => {
    const { text, notes } = mended(':::tip\n\na\n\n::: table-wrapper\nb\n:::\n\n:::\n\n```\n:::x\n```');
    expect(text).toBe(':::tip\n\na\n\n\nb\n\n\n:::\n\n```\n:::x\n```');
    expect(notes).toEqual(['5: `::: table-wrapper` was removed, what is in it stays']);
  });

  it('takes styles of JSX from MDX too', () => {
    const { text, notes } = mended('<div style={{ color: "red" }}>a</div>', 'mdx');
    expect([text, notes.length]).toEqual(['<div>a</div>', 1]);
    const inTag = mended('<video\n  style={{ a: 1 }}\n  controls\n/>', 'mdx');
    expect([inTag.text, inTag.notes]).toEqual([
      '<video\n  controls\n/>',
      ['2: `style={{ a: 1 }}` was removed'],
    ]);
  });

  it('keeps an unused note of MDX as a comment of MDX', () => {
    expect(mended('a\n\n[^1]: b', 'mdx').text).toBe('a\n\n{/* [^1]: b */}');
  });
});

it('names the lines of the source, also behind what was taken away or added', async () => {
  const site = otherSite({
    '_config.yml': 'url: https://old.example\n',
    '_posts/2020-01-01-a.md': post(
      [
        '{% comment %}\nx\ny\n{% endcomment %}',
        '<style>\na {}\nb {}\n</style>',
        '<video>\n<source src="https://v.example/a.mp4">\n<p>Get the film</p>\n<img src="/b.png">\n</video>',
        '<big>end</big>',
        '{% highlight js %}let a;{% endhighlight %}',
        '[go](javascript:x)',
        'a[^2]',
      ].join('\n\n'),
    ),
  });
  const report = await site.run();
  const lines = [...report.matchAll(/a\.md:(\d+): (.{12})/g)].map(([, line, what]) => `${line} ${what}`);
  expect(lines).toEqual([
    '13 a style shee',
    '18 `<video>` of',
    '20 what browser',
    '21 what browser',
    '24 the tag `<bi',
    '24 the tag `</b',
    '28 a link with ',
    '30 `[^2]` has n',
  ]);
});

it('makes drafts of texts at which the build would stop as not finished', async () => {
  const lorem = 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.';
  const site = otherSite({
    'a.md': post('x').replace(words, lorem),
    'b.md': '---\ntitle: B\ndate: 2020-01-01\n---\n\n<!-- nothing yet -->\n',
  });
  const report = await site.run();
  expect(report).toMatch(/a\/index\.md:\d+: “Lorem ipsum/);
  expect(report).toContain('The essay has no text.');
  expect([site.source('a').fields.draft, site.source('b').fields.draft]).toEqual([true, true]);
});

it('takes the day on which git got a text, but none of a move from elsewhere', async () => {
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`m/${index}.png`, picture]));
  const site = otherSite({ 'a.md': post('x', ''), 'b.md': post('x', '') });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: join(site.folder, 'old'),
      env: {
        ...process.env,
        GIT_AUTHOR_DATE: '2019-05-06T12:00:00Z',
        GIT_COMMITTER_DATE: '2019-05-06T12:00:00Z',
      },
    });
  git('init', '-q');
  git('add', 'a.md');
  git('commit', '-qm', 'A');
  for (const [path, content] of Object.entries(many)) site.put(`old/${path}`, content);
  git('add', '.');
  git('commit', '-qm', 'Move');
  const report = await site.run();
  expect(site.source('a').fields).toMatchObject({ published: '2019-05-06' });
  expect(report).toContain('a.md:1: `published` is 2019-05-06, the day on which git got the file');
  expect(report).toMatch(/b\/index\.md:4: No day was found/);
});
