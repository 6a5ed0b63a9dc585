import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Root } from 'hast';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import { lostWords } from '../../../src/compile/steps/lost-words.ts';
import { bodyOf } from '../../../src/compile/text-source.ts';
import { writingExamples } from '../../../src/compile/writing-examples.ts';
import { writtenWords } from '../../../src/compile/written-words.ts';
import { AuthorError, type Problem } from '../../../src/document/problem.ts';

const lost = 'text/lost-words';

async function lostIn(text: string, path = 'essay.md'): Promise<string[]> {
  try {
    const { problems } = await compileText(text, { path, embeds: ['www.youtube.com'] });
    return said(problems);
  } catch (error) {
    if (error instanceof AuthorError) return [];
    throw error;
  }
}

function said(problems: readonly Problem[]): string[] {
  return problems.flatMap(({ code, line, message }) =>
    code === lost ? [`${line} ${/“(.*?)”/.exec(message)?.[1]}`] : [],
  );
}

/** What the check says of a text whose finished tree is this one. */
function saidOf(text: string, tree: Root, path: string): string[] {
  const file = new VFile({ path });
  file.data.written = text;
  lostWords()(tree, file);
  return said(file.data.problems ?? []);
}

const specimen = resolve('tests/specimen/essays/specimen/index.mdx');

describe('finds what no other rule does', () => {
  const text = bodyOf(readFileSync(specimen, 'utf8'));
  const whole = compileText(text, { path: specimen, embeds: ['www.youtube.com'] });

  it('any block of the specimen that a step would drop, by its line', async () => {
    const { body, blocks } = (await whole).document;
    const lineOf = new Map(blocks.map(({ id, line }) => [id, line]));
    let dropped = 0;
    for (const [index, child] of body.children.entries()) {
      if (child.type !== 'element') continue;
      const line = lineOf.get(String(child.properties['id']));
      if (line === undefined || !/[a-z]{4}/.test(JSON.stringify(child.children))) continue;
      const rest = body.children.filter((_, other) => other !== index);
      const found = saidOf(text, { type: 'root', children: rest }, specimen);
      expect(found, `${child.tagName} on line ${line}`).toHaveLength(1);
      dropped += 1;
    }
    expect(dropped).toBeGreaterThan(15);
  });

  it('one word of many alike, and the line of a paragraph that is gone', () => {
    const tree = (...texts: string[]): Root => ({
      type: 'root',
      children: texts.map((value) => ({ type: 'text', value })),
    });
    expect(saidOf('The oil.\n\nThe lamp.\n', tree('The oil.', 'lamp.'), 'a.md')).toEqual(['3 the']);
    expect(saidOf('The oil.\n\nThe wick.\n\nThe lamp.\n', tree('The oil.', 'The lamp.'), 'a.md')).toEqual([
      '3 the wick',
    ]);
    expect(saidOf('光。\n\n灯[火](a)。\n', tree('光。', '灯'), 'a.md')).toEqual(['3 火']);
  });

  it.each([
    ['Before.\n\nA lamp <?xml version="1.0"?> here.\n', ['3 xml version 1 0']],
    ['Before.\n\n<?php the_title(); ?>\n', ['3 php the title']],
    ['Before <!DOCTYPE html> it.\n', ['1 doctype html']],
    ['Before.\n\n[Warning]: dangerous\n', ['3 warning dangerous']],
  ])('%j', async (source, expected) => {
    expect(await lostIn(source)).toEqual(expected);
  });

  it('what another mistake explains is not named twice', async () => {
    expect(await lostIn('Before.\n\n<!-- open\n\nBehind it.\n')).toEqual([]);
    expect(await lostIn('a[^1]\n\n[^1]: one\n[^1]: two\n')).toEqual([]);
  });
});

describe('has no false alarm', () => {
  const folders = ['tests/fixtures', 'tests/specimen', 'docs', 'src'];
  const texts = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.mdx?$/.test(name) && !name.includes('node_modules'))
      .map((name) => join(folder, name)),
  );

  it(`on ${texts.length} texts`, async () => {
    const found: string[] = [];
    for (const path of texts) {
      const name = resolve(path);
      found.push(...(await lostIn(bodyOf(readFileSync(path, 'utf8')), name)).map((one) => `${path}:${one}`));
    }
    expect(found).toEqual([]);
  });

  it.each(
    writingExamples.flatMap((one) =>
      (one.only ? [one.only] : ['md', 'mdx']).map((format) => ({ ...one, format })),
    ),
  )('$name, in .$format', async ({ written, format }) => {
    expect(await lostIn(`${written}\n\nThe end.\n`, `essay.${format}`)).toEqual([]);
  });

  it.each([
    'un*frigging*believable and H~2~O, caf&eacute; &#8211; &amp; \\&quot;',
    'A word[@tool](https://a.example/b "The title") and [the other][@tool] too.\n\n[@tool]: https://c.example/x',
    'Two ``a ` b`` and `<b>` and `{x}`, a<br>b.',
    '1. one\n2. two\n   - 3. three\n- 2.',
    '> ```js\n> const a = "<b>";\n> ```\n\n- ~~~\n  [x](y)\n  ~~~',
    '```md\n1. one\n\n    ```python\n    two\n    ```\n\n2. three\n```\n\nfour\n\n```python\nfive\n```',
    '```html "<slot />" {1-2}\n<p title="x">y</p>\n```\n\n`a` ``` b ``` c',
    '漢字の**重要**な文とhttp://a.example/です。如user@a.example。',
    '日本語の\n改行と한국어 문장 และภาษาไทย, עִבְרִית, العربيّة.',
    '<a href="https://a.example/?q=1&amp;r=2" title="A &lt;title&gt;">words</a> and <https://b.example/c>',
    'See [a](https://a.example/\\(zebra) and [b](<https://a.example/\\>zebra>) and [c](/d%3Ezebra "\\"e\\" f").',
    '<pre>one <strong>two</strong>three &lt;four</pre>',
    '| a | b |\n| - | - |\n| `x \\| y` | \\$5 and $6 |',
    '[a]: <https://a.example/> (A title)\n[b]:\n  /b.html\n  "Its title"\n\nSee [a] and [words][b] and [c](<d e.html>).',
    'A\r\nline\r\n\r\n[^1]: note one\r\n\r\ntext[^1] :smile: [x]{#y .z}\r\n',
    '$$\\frac{a}{b} % a comment\n$$\n\nAnd $\\text{words here}$.',
  ])('%j', async (source) => {
    expect(await lostIn(`${source}\n`)).toEqual([]);
  });
});

it('takes time in proportion to the text', () => {
  for (const piece of [
    '<a "',
    '`` ` ',
    '[x](',
    '{{',
    '<!-- ',
    'word ',
    '[[a',
    '```\n',
    '~~~a\n',
    '{/*',
    '> ```\n',
    '[x]: ',
    '![[',
    ':::',
  ]) {
    const start = performance.now();
    writtenWords(piece.repeat(10_000), true);
    writtenWords(piece.repeat(10_000), false);
    expect(performance.now() - start, piece).toBeLessThan(10_000);
  }
});
