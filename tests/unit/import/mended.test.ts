import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mendText } from '../../../src/import/mend-text.ts';
import { otherSite, picture } from './other-site.ts';

const words = 'A paragraph that is long enough to describe what the essay says.';
const post = (text: string, more = 'date: 2020-01-01\n') =>
  `---\ntitle: A\n${more}---\n\n${words}\n\n${text}\n`;
const paged = (text: string) => `${words}\n\n${text}\n`;

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

describe('the tags of a site itself', () => {
  it('are what Jekyll includes, with what is given to it', async () => {
    const site = otherSite({
      '_config.yml': 'url: https://old.example\n',
      '_includes/thanks.html':
        '{% comment %} x {% endcomment %}<p>Thanks, {{ include.name }}: <a href="{{ site.url }}/a/">a</a>.</p>\n',
      '_includes/hard.html': '{% if include.a %}x{% endif %}',
      '_posts/2020-01-01-a.md': post('{% include "thanks.html" name="Ada" %}\n\n`{% include thanks.html %}`'),
      '_posts/2020-01-02-b.md': post('{% include hard.html a="1" %}'),
    });
    const report = await site.run();
    expect(site.source('a').text).toContain('<p>Thanks, Ada: <a href="https://old.example/a/">a</a>.</p>');
    expect(report).toContain('a.md:8: what `_includes/thanks.html` holds was put in the place of `include`');
    expect(site.source('b').fields.draft).toBe(true);
  });

  it('are shortcodes of Hugo that only print, and boxes', async () => {
    const site = otherSite({
      'hugo.toml': 'baseURL = "https://old.example/"\n',
      'layouts/shortcodes/key.html': '{{/* a key */}}<kbd>{{ .Get 0 }}</kbd>',
      'themes/t/layouts/shortcodes/lead.html': '<div class="lead">{{ .Inner | markdownify }}</div>',
      'layouts/shortcodes/loop.html': '{{ range .Params }}x{{ end }}',
      'content/posts/a.md': post(
        'Press {{< key "Esc" >}}.\n\n{{% lead %}}\n*First*.\n{{% /lead %}}\n\n{{< admonition type="tip" title="So" >}}\nDo it.\n{{< /admonition >}}\n\n{{% notice warning %}}\nBeware.\n{{% /notice %}}\n\n{{< details "More" >}}\nAll.\n{{< /details >}}',
      ),
      'content/posts/b.md': post('{{< loop a b >}}'),
    });
    await site.run();
    expect(site.source('a').text).toBe(
      paged(
        'Press <kbd>Esc</kbd>.\n\n<div class="lead">\n\n*First*.\n\n</div>\n\n:::tip[So]\n\nDo it.\n\n:::\n\n:::warning\n\nBeware.\n\n:::\n\n<details>\n<summary>More</summary>\n\nAll.\n\n</details>',
      ),
    );
    expect(site.source('a').fields.draft).toBeUndefined();
    expect(site.source('b').fields.draft).toBe(true);
  });

  it('are shortcodes of Hugo that show what is between them as code, with a fence long enough', async () => {
    const site = otherSite({
      'hugo.toml': 'baseURL = "https://old.example/"\n',
      'layouts/shortcodes/high.html':
        '{{ $lang := .Get 0 }}{{ $code := trim .Inner "\\n" }}{{ if eq "a" $lang }}b{{ end }}{{ highlight $code $lang "" }}',
      'layouts/shortcodes/named.html': '<b>{{ .Get 0 }}</b>{{ highlight (trim .Inner "\\n") "rust" "" }}',
      'content/posts/a.md': post(
        'One:\n{{< high text >}}\n  let a: Vec<T>;\n\n```\n{{< /high >}}\n\n{{< named "x" >}}\nfn a() {}\n{{< /named >}}\n\n{{< highlight md >}}\n```js\n```\n{{< /highlight >}}',
      ),
    });
    await site.run();
    expect(site.source('a').text).toBe(
      paged(
        'One:\n\n\n````text\n  let a: Vec<T>;\n\n```\n````\n\n\n\n\n\n```rust\nfn a() {}\n```\n\n\n\n````md\n```js\n```\n````',
      ),
    );
    expect(site.source('a').fields.draft).toBeUndefined();
  });

  it('print what the text says of itself', async () => {
    const site = otherSite({
      '_config.yml': 'url: https://old.example\n',
      '_posts/2020-01-01-a.md': post(
        '[{{ title }}]({{ external_url }}) {{ page.place }} {{ other }}',
        'date: 2020-01-01\nexternal_url: https://e.example/\nplace: Oslo\n',
      ),
    });
    const report = await site.run();
    expect(site.source('a').text).toBe(paged('[A](https://e.example/) Oslo {{ other }}'));
    expect(report.match(/tag of another program|code of another program/g)).toHaveLength(1);
  });

  it('say once what is wrong in many lines', async () => {
    const site = otherSite({
      '_config.yml': 'url: https://old.example\n',
      '_posts/2020-01-01-a.md': post('{% x %}\n\na\n\n{% x %}\n\n{% x %}'),
    });
    const report = await site.run();
    expect(report).toMatch(/index\.md:12: `\{% x %\}` is .* \(Also on lines 16, 18\.\)/);
    expect(report.match(/\{% x %\}/g)).toHaveLength(1);
  });

  it('are boxes and quotations of Hexo', async () => {
    const site = otherSite({
      '_config.yml': 'url: https://old.example\n',
      'source/_posts/a.md': post(
        '{% note info %}\nOne.\n{% endnote %}\n\n{% blockquote Ada, A Book %}\nTwo.\n{% endblockquote %}',
      ),
    });
    await site.run();
    expect(site.source('a').text).toBe(paged(':::info\n\nOne.\n\n:::\n\n> Two.\n>\n> — Ada, A Book'));
  });

  it('print the link to another text among words', async () => {
    const site = otherSite({
      '_config.yml': 'url: https://old.example\n',
      '_posts/2020-01-01-a.md': post('See {% post_url 2020-01-02-b %} and [b]({% post_url 2020-01-02-b %}).'),
      '_posts/2020-01-02-b.md': post(''),
    });
    await site.run();
    expect(site.source('a').text).toBe(paged('See [2020-01-02-b](/essays/b/) and [b](/essays/b/).'));
  });
});

it.each([
  ['gatsby-config.js', 'module.exports = { siteMetadata: { siteUrl: `https://old.example/` } };'],
  ['astro.config.mjs', "export default defineConfig({ site: 'https://old.example' });"],
  ['_data/metadata.json', '{ "title": "x", "url": "https://old.example/" }'],
])('knows the address of the old site from %s', async (file, settings) => {
  const site = otherSite({ [file]: settings, 'content/a.md': post('[tags](/tags/)') });
  await site.run();
  expect(site.source('a').text).toBe(paged('[tags](https://old.example/tags/)'));
  expect(site.source('a').fields.draft).toBeUndefined();
});

it('gives a link that begins with www its scheme, and reads what Eleventy writes as raw', async () => {
  const site = otherSite({
    'eleventy.config.js': 'module.exports = () => {};',
    'a.md': post('[b](www.b.example/c) {% raw %}[d](/a/){% endraw %}'),
  });
  const report = await site.run();
  expect(site.source('a').text).toContain('[b](https://www.b.example/c) [d](');
  expect(report).toContain('a.md:8: `www.b.example/c` got the `https://` that it had not');
});

it('takes the tags of a template that HTML shows as code for code', async () => {
  const site = otherSite({ 'a.md': post('<pre>{{ .Title }}</pre>') });
  await site.run();
  expect(site.source('a').fields.draft).toBeUndefined();
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

it('names a picture, a film and a sound that are not among the files of the other site', async () => {
  const site = otherSite({
    'a.md': post(
      '![a](/media/a.png)\n\n<video src="/b.mp4"></video>\n\n<audio controls><source src="/c.mp3"></audio>',
    ),
    'b.md': post('![a](/media/a.png)').replace('title: A', 'title: B'),
    'public/media/b.png': picture,
  });
  const report = await site.run();
  for (const [line, name] of [
    [10, '/media/a.png'],
    [12, '/b.mp4'],
    [14, '/c.mp3'],
  ])
    expect(report).toContain(`content/essays/a/index.md:${line}: \`${name}\` is not among the files`);
  expect(site.source('b').fields.draft).toBe(true);
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

it('makes a link of a picture that cannot be fetched', async () => {
  const site = otherSite({
    'a.md': post(
      '![A cat](http://127.0.0.1:9/cat.png) [![](http://127.0.0.1:9/dog.png)](https://e.example/) <img src="http://127.0.0.1:9/cow.png" alt="A cow">',
    ),
  });
  const report = await site.run('old', true);
  expect(site.source('a').text).toBe(
    paged(
      '[A cat](http://127.0.0.1:9/cat.png) [http://127.0.0.1:9/dog.png](https://e.example/) <a href="http://127.0.0.1:9/cow.png">A cow</a>',
    ),
  );
  expect(report).toMatch(
    /a\.md:8: the picture http:\/\/127\.0\.0\.1:9\/cat\.png cannot be fetched .*: a link leads to it now/,
  );
  expect(site.source('a').fields.draft).toBeUndefined();
  const without = await site.run();
  expect(without).toContain('1 of them show pictures of other sites: with --fetch');
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
