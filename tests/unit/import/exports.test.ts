import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { openArchive } from '../../../src/import/archive.ts';
import { readExport } from '../../../src/import/read-export.ts';
import { otherSite, picture } from './other-site.ts';

const long = 'A paragraph that is long enough to describe what the essay says.';

const wordpress = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c" xmlns:dc="d" xmlns:excerpt="e"><channel>
<wp:wxr_version>1.2</wp:wxr_version><link>https://wp.example</link><wp:base_blog_url>https://wp.example</wp:base_blog_url>
<wp:author><wp:author_login>ada</wp:author_login><wp:author_display_name>Ada L</wp:author_display_name></wp:author>
<item><title>Hello &amp; you</title><link>https://wp.example/2018/02/hello/</link><dc:creator>ada</dc:creator>
<content:encoded><![CDATA[${long}
second line

[caption id="x"]<img src="https://wp.example/up/a.png" alt="A"> The caption[/caption]

[sourcecode lang="js"]a < b[/sourcecode]

H<sub>2</sub>O, see <a href="https://wp.example/2018/03/other/">other</a>.

[unknown thing="1"]]]></content:encoded>
<excerpt:encoded></excerpt:encoded><wp:post_id>1</wp:post_id><wp:post_date>2018-02-03 04:05:06</wp:post_date>
<wp:post_name>hello</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category">News</category><category domain="post_tag">tag</category>
<wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_author>Bo</wp:comment_author><wp:comment_date_gmt>2018-02-04 00:00:00</wp:comment_date_gmt><wp:comment_content>Nice words here</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment></item>
<item><title>Other</title><link>https://wp.example/2018/03/other/</link><content:encoded><![CDATA[<!-- wp:paragraph --><p>${long}</p><!-- /wp:paragraph -->]]></content:encoded>
<wp:post_id>2</wp:post_id><wp:post_date>2018-03-03 04:05:06</wp:post_date><wp:post_name>other</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>About</title><link>https://wp.example/about/</link><wp:post_id>3</wp:post_id><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
</channel></rss>`;

it('takes in an export of WordPress', async () => {
  const site = otherSite({ 'wp.xml': wordpress });
  const report = await site.run('old/wp.xml');
  const { fields, text } = site.source('hello');
  expect(fields).toMatchObject({
    title: 'Hello & you',
    published: '2018-02-03',
    authors: ['Ada L'],
    topics: ['News', 'tag'],
    aliases: ['/2018/02/hello/'],
    draft: true, // a picture of another site
  });
  expect(text).toContain(`${long}\\\nsecond line`);
  expect(text).toMatch(
    /<figure>\n\n!\[A\]\(https:\/\/wp\.example\/up\/a\.png\)\n\n<figcaption>\n\nThe caption/,
  );
  expect(text).toContain('```js\na < b\n```');
  expect(text).toContain('H<sub>2</sub>O, see [other](/essays/other/).');
  expect(site.source('other').text).toBe(`${long}\n`);
  expect(report).toContain('the page “About” was not taken in');
  expect(report).toMatch(/hello\/index\.md:\d+: `\\?\[unknown thing="1"\]` is a tag of another program/);
});

it('takes in an export of Ghost', async () => {
  const post = { id: '1', title: 'G', slug: 'g', status: 'published', type: 'post', visibility: 'public' };
  const data = {
    posts: [
      {
        ...post,
        html: `<p>${long}</p><!--kg-card-begin: html--><iframe src="https://player.vimeo.com/video/1"></iframe><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><p><a href="__GHOST_URL__/h/">h</a></p>`,
        published_at: '2021-02-03T00:00:00.000Z',
        custom_excerpt: 'E',
      },
      {
        ...post,
        id: '2',
        title: 'H',
        slug: 'h',
        html: `<p>${long}</p>`,
        published_at: '2021-03-03T00:00:00.000Z',
      },
      { ...post, id: '3', title: 'P', slug: 'p', type: 'page' },
    ],
    tags: [{ id: 't', name: 'Topic' }],
    users: [{ id: 'u', name: 'Ada' }],
    posts_tags: [{ post_id: '1', tag_id: 't' }],
    posts_authors: [{ post_id: '1', author_id: 'u' }],
  };
  const site = otherSite({ 'ghost.json': JSON.stringify({ db: [{ meta: {}, data }] }) });
  await site.run('old/ghost.json');
  const { fields, text } = site.source('g');
  expect(fields).toEqual({
    title: 'G',
    description: 'E',
    published: '2021-02-03',
    authors: ['Ada'],
    topics: ['Topic'],
    aliases: ['/g/'],
  });
  expect(text).toContain('[https://vimeo.com/1](https://vimeo.com/1)');
  expect(text).toContain('| a |');
  expect(text).toContain('[h](/essays/h/)');
});

it.each([true, false])('takes in a Substack archive (as a zip: %s)', async (isZip) => {
  const files = {
    'posts.csv':
      'post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n' +
      '1.one,2022-01-02T03:04:05.000Z,true,,,newsletter,everyone,One,"A, b",\n' +
      '2.two,2022-02-02T03:04:05.000Z,true,,,newsletter,only_paid,Two,,\n' +
      '3.three,,false,,,newsletter,everyone,Three,,\n',
    'posts/1.one.html': `<h2>Head</h2><p>${long}</p>`,
    'posts/2.two.html': `<p>${long}</p>`,
  };
  const zip = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
  const site = otherSite(isZip ? { 'a.zip': zip } : files);
  const report = await site.run(isZip ? 'old/a.zip' : 'old');
  expect(site.source('one')).toMatchObject({
    fields: {
      title: 'One',
      subtitle: 'A, b',
      description: 'A, b',
      published: '2022-01-02',
      aliases: ['/p/one'],
    },
    text: `## Head\n\n${long}\n`,
  });
  expect(site.source('two').fields.draft).toBe(true);
  expect(report).toContain('“Three” was not taken in');
});

it('fetches pictures only when asked', async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer(({ url }, response) => {
    asked.push(url);
    if (url === '/a.png') response.setHeader('content-type', 'image/png').end(picture);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const at = `http://127.0.0.1:${port}`;
  const site = otherSite({
    'a.md': `---\ntitle: A\ndate: 2020-01-01\n---\n\n${long} ![a](${at}/a.png) ![b](${at}/b.png)\n`,
  });
  expect(await site.run()).toContain('is on another site');
  expect(asked).toEqual([]);
  await site.run('old', true);
  const report = await site.run('old', true);
  expect(asked).toEqual(['/a.png', '/b.png', '/b.png']); // what came is not asked for again
  expect(site.source('a').text).toContain(`![a](./a.png) [b](${at}/b.png)`);
  expect(report).toContain(`the picture ${at}/b.png answers 404`);
  server.close();
});

it('knows an export of Disqus, for which there is another command', () => {
  const site = otherSite({
    'd.xml': '<?xml version="1.0"?><disqus xmlns:dsq="x"><thread dsq:id="1"/></disqus>',
  });
  expect(readExport(openArchive(join(site.folder, 'old')), { addresses: null })).toBe('comments');
});
