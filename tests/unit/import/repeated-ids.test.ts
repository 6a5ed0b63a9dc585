import { expect, it } from 'vitest';
import { mendHtml } from '../../../src/import/mend-html.ts';
import { otherSite } from './other-site.ts';

it('leaves an id with the first that has it, and says where another was removed', () => {
  const notes: string[] = [];
  const text = [
    '## Questions {#qa}',
    '<pre id="a" class="b">x</pre>',
    '```html\n<pre id="a">\n```',
    '<pre id="a" class="b">y</pre> <i id=c>z</i> <b class="d" id=\'c\'>z</b>',
    '#### Questions {#qa}',
    '<p id="qa">',
  ];
  expect(
    mendHtml(text.join('\n\n'), (line, what) => void notes.push(`${line}: ${what}`)).split('\n\n'),
  ).toEqual([
    text[0],
    text[1],
    text[2],
    '<pre class="b">y</pre> <i id=c>z</i> <b class="d">z</b>',
    '#### Questions',
    '<p>',
  ]);
  const removed = (id: string) => `the id \`${id}\` was removed, because it is given above too`;
  expect(notes).toEqual([
    `9: ${removed('a')}`,
    `9: ${removed('c')}`,
    `11: ${removed('qa')}`,
    `13: ${removed('qa')}`,
  ]);
});

it('makes a draft of a text in which an id would stop the build', async () => {
  const fields = '---\ntitle: A\ndate: 2020-01-01\n---\n\n';
  const site = otherSite({ 'a.mdx': `${fields}<div id="a">One.</div>\n\n<div id="a">Two.</div>\n` });
  expect(await site.run()).toMatch(/a\/index\.mdx:\d+: The id `a` is used twice, first on line \d+/);
  expect(site.source('a').fields).toMatchObject({ draft: true });
});
