import { expect, it } from 'vitest';
import { otherSite, picture } from './other-site.ts';
import { paged, post } from './post.ts';

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
