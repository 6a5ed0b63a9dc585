import { expect, it } from 'vitest';
import { otherSite, picture } from './other-site.ts';

const text = 'A paragraph that is long enough to describe what the essay says.';

it('takes in a Jekyll site: fields, addresses, links, pictures, code', async () => {
  const site = otherSite({
    '_config.yml': 'url: https://old.example\nbaseurl: ""\n',
    'images/a b.png': picture,
    "images/it’s Ada's.png": picture,
    '_posts/2019-03-01-first.md': `---\nlayout: post\ntitle: "First"\ndate: 2019-03-01 10:00:00 +0900\ncategories: web\ntags: css html\nauthor: Ada\nheader-img: img/x.jpg\n---\n\n${text}\n\n![Alt](/images/a%20b.png)\n\n{% highlight js %}\nlet a;\n{% endhighlight %}\n\n{% assign up = site.baseurl %}
![c]({{ up }}/images/a b.png){{ base }} ![d](/images/it’s Ada's.png)

See [it]({% post_url 2019-04-01-second %}) and [about]({{ site.baseurl }}/about/).\n{: .lead}\n`,
    '_posts/2019-04-01-second.markdown': `---\ntitle: Second\nexcerpt: Short\nredirect_from: [/two.html]\n---\n\n${text} [first](/web/2019/03/01/first.html) <iframe src="https://www.youtube.com/embed/abc"></iframe>\n`,
    '_drafts/third.md': '---\ntitle: Third\n---\n\nNot yet.\n',
  });
  const report = await site.run();
  expect(report).toContain('3 texts read: 3 new');
  const first = site.source('first');
  expect(first.fields).toEqual({
    title: 'First',
    description: text,
    published: '2019-03-01',
    authors: ['Ada'],
    topics: ['css', 'html', 'web'],
    aliases: ['/web/2019/03/01/first.html'],
  });
  expect(first.text).toBe(
    `${text}\n\n![Alt](./a-b.png)\n\n\`\`\`js\nlet a;\n\`\`\`\n\n![c](./a-b.png) ![d](./it-s-Ada-s.png)\n\nSee [it](/essays/second/) and [about](https://old.example/about/).\n`,
  );
  expect(site.list('content/essays/first')).toEqual(['a-b.png', 'index.md', 'it-s-Ada-s.png']);
  const second = site.source('second');
  expect(second.fields.aliases).toEqual(['/2019/04/01/second.html', '/two.html']);
  expect(second.fields.description).toBe('Short');
  expect(second.text).toContain('[first](/essays/first/)');
  expect(second.text).toContain('<a href="https://www.youtube.com/watch?v=abc">');
  expect(site.source('third').fields).toMatchObject({ draft: true, published: '1970-01-01' });
  expect(report).toContain('_posts/2019-03-01-first.md:1: `header-img` has no field here: img/x.jpg');
  expect(report).toMatch(/_posts\/2019-04-01-second.markdown:7: the frame became a link/);
  expect(report).toMatch(/third\/index\.md:4: No day was found/);
});

it('takes in a Hugo site with TOML and shortcodes, and leaves those that it does not know as drafts', async () => {
  const site = otherSite({
    'hugo.toml':
      'baseurl = "https://old.example/"\nlanguageCode = "de"\n[permalinks]\npost = "/:year/:slug/"\n',
    'static/img/x.png': picture,
    'static/papers/p.pdf': '%PDF',
    'content/post/one/index.md': `+++\ntitle = "Eins"\ndate = 2020-05-06T07:08:09Z\nlastmod = 2021-01-01\ntags = ["a"]\ndescription = "Kurz"\n+++\n\n{{< figure src="x.png" caption="Ein *Bild*" >}}\n\n{{< ref "two.md" >}} [p](/papers/p.pdf) [z]({{< relref "two.md" >}})\n`,
    'content/post/one/x.png': picture,
    'content/post/two.md': `---\ntitle: Zwei\ndate: 2020-06-01\n---\n\n${text}\n\n{{< mystery a="b" >}}\n`,
    'content/post/ja.md':
      '---\ntitle: 日本語の題\ndate: 2020/7/1\nslug: 日本語\nlang: ja\n---\n\n本文です。\n',
    'content/_index.md': '---\ntitle: Home\n---\n',
  });
  const report = await site.run();
  const one = site.source('one');
  expect(one.fields).toMatchObject({
    published: '2020-05-06',
    updated: '2021-01-01',
    language: 'de',
    aliases: ['/2020/one/'],
  });
  expect(one.text).toContain('![](<./x.png>)'.replace('<', '').replace('>', ''));
  expect(one.text).toContain('<figcaption>\n\nEin *Bild*\n\n</figcaption>');
  expect(one.text).toContain('two.md [p](/papers/p.pdf) z\n'); // two is a draft
  expect(site.list('public')).toEqual(['papers/p.pdf']);
  expect(one.fields.draft).toBeUndefined();
  expect(site.source('two').fields.draft).toBe(true);
  expect(report).toContain('two/index.md:13: `{{< mystery a="b" >}}` is a tag of another program.');
  expect(report).toContain('one/index.md:25: its link to `two`, which is a draft, was left out');
  expect(site.source('2020-07-01').fields).toMatchObject({ title: '日本語の題', language: 'ja' });
});

it('overwrites nothing, renews what nobody changed, and changes nothing the second time', async () => {
  const site = otherSite({
    'a.md': `---\ntitle: A\ndate: 2020-01-01\n---\n\n${text} ![x](a.png)\n`,
    'b.md': `---\ntitle: B\ndate: 2020-01-02\n---\n\n${text}\n`,
    'c.md': `---\ntitle: C\ndate: 2020-01-03\n---\n\n${text}\n`,
  });
  site.put('content/essays/c/index.mdx', 'Mine.\n');
  expect(await site.run()).toContain('3 texts read: 2 new, 0 written again, 0 unchanged, 1 left');
  expect(site.read('content/essays/c/index.mdx')).toBe('Mine.\n');
  expect(site.list('content/essays')).not.toContain('c/index.md');
  expect(site.source('a').fields.draft).toBe(true); // its picture is not there
  const before = site.list('content').map((file) => site.read(`content/${file}`));
  expect(await site.run()).toContain('0 new, 0 written again, 2 unchanged, 1 left');
  expect(site.list('content').map((file) => site.read(`content/${file}`))).toEqual(before);
  site.put('old/a.png', picture);
  site.put('content/essays/b/index.md', `${site.read('content/essays/b/index.md')}More.\n`);
  expect(await site.run()).toContain('0 new, 1 written again, 0 unchanged, 2 left');
  expect(site.source('a').fields.draft).toBeUndefined();
  expect(site.read('content/essays/b/index.md')).toMatch(/More\.\n$/);
});

it('mends what another program let pass, and says so', async () => {
  const site = otherSite({
    'a.md': `---\ntitle: A\ndate: 2020-01-01\n---\n\n# A\n\n${text}\u0007\n\nA List<String> and <b onclick="x()" style="color:red">b</b>, \`List<String>\`.\n\n<script src="https://gist.github.com/u/1.js"></script>\n\n<center>c</center>\n\n[x](#nowhere)\n`,
  });
  const report = await site.run();
  const { text: made, fields } = site.source('a');
  expect(fields.draft).toBeUndefined();
  expect(made).toBe(
    `${text}\n\nA List&lt;String> and <b>b</b>, \`List<String>\`.\n\n<a href="https://gist.github.com/u/1">https://gist.github.com/u/1</a>\n\nc\n\nx\n`,
  );
  expect(report.match(/^- a\.md:/gm)?.length).toBe(8); // seven changes, and what became of it
  expect(report).toContain('a/index.md:15: `#nowhere` led to no section');
});

it('writes as Markdown what is no MDX, and keeps what is', async () => {
  const site = otherSite({
    'good.mdx': `---\ntitle: Good\ndate: 2020-01-01\n---\n\n${text} {1 + 1}\n`,
    'bad.mdx': `---\ntitle: Bad\ndate: 2020-01-01\n---\n\n${text} a < b and {\n`,
    'note.md': `# A note\n\n[[good|the good]] and [[Bad]] ${text}\n`,
  });
  await site.run();
  expect(site.source('good').name).toBe('index.mdx');
  expect(site.source('bad').name).toBe('index.md');
  expect(site.source('note').text).toContain('[the good](/essays/good/) and [Bad](/essays/bad/)');
});

it('learns how addresses are made from the links between texts', async () => {
  const links = '[two](/blog/two/) [three](/blog/three/#part) [elsewhere](/tags/)';
  const site = otherSite({
    'one.md': `---\ntitle: One\ndate: 2020-01-01\n---\n\n${text} ${links}\n`,
    'two.md': `---\ntitle: Two\ndate: 2020-01-02\n---\n\n${text}\n`,
    'three/index.md': `---\ntitle: Three\ndate: 2020-01-03\n---\n\n${text}\n\n## Part\n`,
  });
  const report = await site.run();
  expect(site.source('two').fields.aliases).toEqual(['/blog/two/']);
  expect(site.source('one').text).toContain('[two](/essays/two/) [three](/essays/three/#part)');
  expect(report).toContain('one/index.md:10: The link `/tags/` leads to no text that was taken in.');
});

it('leaves components of another program to their author, and their texts as drafts', async () => {
  const site = otherSite({
    'a.md': `---\ntitle: A\ndate: 2020-01-01\n---\n\n${text}\n\n<Client glued>\n\nx\n\n</Client>\n`,
  });
  expect(await site.run()).toMatch(/a\/index\.md:\d+: `<client>` is not an element of HTML/i);
  expect(site.source('a').fields.draft).toBe(true);
});

it('leaves out links to drafts until those are published', async () => {
  const post = (title: string, link: string, more = '') =>
    `---\ntitle: ${title}\ndate: 2020-01-01\n${more}---\n\n${text} ${link}\n`;
  const site = otherSite({
    'a.md': post('A', '[b](b.md)'),
    'b.md': post('B', '[c](c.md)'),
    'c.md': post('C', '', 'draft: true\n'),
    'd.md': post('D', ''),
  });
  const report = await site.run();
  const drafts = ['a', 'b', 'c', 'd'].filter((slug) => site.source(slug).fields.draft === true);
  expect(drafts).toEqual(['c']);
  expect(site.source('a').text).toContain('[b](/essays/b/)');
  expect(site.source('b').text).toBe(`${text} c\n`);
  expect(report).toContain('b/index.md:7: its link to `c`, which is a draft, was left out');
  site.put('content/essays/c/index.md', site.read('content/essays/c/index.md').replace('draft: true\n', ''));
  await site.run();
  expect(site.source('b').text).toBe(`${text} [c](/essays/c/)\n`);
});
