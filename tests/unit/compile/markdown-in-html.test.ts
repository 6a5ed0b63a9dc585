import { expect, it } from 'vitest';
import { compiledInFolder } from './compiled-in-folder.ts';

it.each([
  ['<div>\nA **strong** word.\n</div>', 4],
  ['<div markdown="1">A **strong word**</div>', 3],
  ['<table>\n<tr>\n<td>[a link](https://a.example/)</td>\n</tr>\n</table>', 5],
  ['<p>\n![A lamp](/lamp.png)</p>', 4],
  ['<details>\n<summary>**More**</summary>\n\nText\n\n</details>', 4],
])('names Markdown in lines of HTML: %j', async (text, line) => {
  const { problems, messages } = await compiledInFolder(`Text\n\n${text}\n`);
  expect(problems).toEqual([`text/markdown-in-html:${line}`]);
  expect(messages.join()).toMatch(/would be printed as it stands/);
});

it.each([
  '<div>\n\nA **strong** word.\n\n</div>',
  '<p>2**3 is 8, and 2**4 is 16.</p>',
  '<pre>\n**as it stands** [a](/b)\n</pre>',
  '<p>Write <code>**x**</code>.</p>',
  '<p>f(x)[0](1)</p>',
  '<div>\n<!-- **not shown** -->\n<p title="**x**">Text</p></div>',
  'A <span>**strong**</span> word.',
])('lets everything else be: %j', async (text) => {
  expect((await compiledInFolder(`Text\n\n${text}\n`)).problems).toEqual([]);
});
