import { expect, it } from 'vitest';
import { pageContent, sourceContent } from '../../../bench/import/content.ts';

it('counts the words and pictures of a source, without what is no prose', () => {
  const source =
    '---\ntitle: No\n---\n\nOne [two](/no) ![no](no.png) {% no %}\n<p class="no">three <img src="no"></p>\n\n```no\nfour\n```\n\n五六 <!-- no -->\n';
  const { words, pictures } = sourceContent(source, false);
  expect(words.map(({ word, line }) => `${word} ${line}`)).toEqual([
    'one 5',
    'two 5',
    'three 6',
    'four 9',
    '五 12',
    '六 12',
  ]);
  expect(pictures).toEqual([{ line: 5 }, { line: 6 }]);
});

it('takes words between three tildes on one line for words, and a fence inside a fence for its content', () => {
  const words = (text: string) => sourceContent(text, false).words.map(({ word }) => word);
  expect(words('~~~Old~~~\n\n<b>new</b>\n')).toEqual(['old', 'new']);
  expect(words('````md\n```js\none\n```\n````\n\ntwo\n')).toEqual(['js', 'one', 'two']);
});

it('counts those of a page in its title and text, a coloured word once', () => {
  const page =
    '<article class="essay"><h1>One</h1><nav>no</nav><div class="prose"><p>two <img></p><pre><code><b>th</b>ree</code></pre></div></article>';
  const { words, pictures } = pageContent(page);
  expect([words.get('one'), words.get('two'), words.has('three'), words.has('no')]).toEqual([
    1,
    1,
    true,
    false,
  ]);
  expect(pictures).toBe(1);
});
