import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import { writingExamples } from '../../../src/compile/writing-examples.ts';
import { essayMarkdown } from '../../../src/outputs/markdown.ts';
import { site } from '../../../src/site.ts';
import { htmlWords } from './article-words.ts';
import { compileFile, published } from './essays.ts';
import { chapterHtml, indexedWords, searchedWords, wordsOfForms } from './forms.ts';

const embeds = ['www.youtube.com'];
const folder = '/nowhere/a';
const compiled = async (written: string, format: 'md' | 'mdx') =>
  published(
    await compileText(`Before it.\n\n${written}\n\nBehind it.`, {
      path: `${folder}/index.${format}`,
      slug: 'a',
      embeds,
    }),
  );

const uses = writingExamples.flatMap((one) =>
  (one.only ? [one.only] : (['md', 'mdx'] as const)).map((format) => ({ ...one, format })),
);

describe.each(uses)('$name, in .$format', ({ written, format }) => {
  it('has the same words and ids in every form', async () => {
    const essay = await compiled(written, format);
    const page = htmlWords(toHtml(essay.body()));
    for (const [form, words] of Object.entries(await wordsOfForms(essay)))
      expect([form, words]).toEqual([form, page]);
    expect(indexedWords(essay).sort()).toEqual(searchedWords(essay).sort());
    const ids = selectAll('[id]', fromHtml(chapterHtml(essay))).map(({ properties }) => properties['id']);
    expect(essay.blocks.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('is the same when its Markdown is read in again', async () => {
    const essay = await compiled(written, format);
    const again = published(await compileFile(essayMarkdown({ site, essay }), `${folder}/index.md`));
    expect(htmlWords(toHtml(again.body()))).toEqual(htmlWords(toHtml(essay.body())));
    expect(toHtml(again.body()).match(/<mark>/g)).toEqual(toHtml(essay.body()).match(/<mark>/g));
    const own = new Set(essay.blocks.map(({ id }) => id)); // a picture in HTML is in a paragraph the second time
    const listed = ({ blocks }: typeof essay) =>
      blocks
        .filter(({ id }) => own.has(id))
        .map(({ id, kind }) => `${written.startsWith('<Table') ? 'any' : kind} ${id}`); // a figure in HTML
    expect(listed(again)).toEqual(listed(essay));
  });
});

describe('a component of the author', () => {
  const inForms = async (written: string) => {
    const essay = await compiled(`import Chart from './Chart.astro';\n\n${written}`, 'mdx');
    return { ...(await wordsOfForms(essay)), search: indexedWords(essay) };
  };

  it.each([
    ['<Chart text="Ships a year." />', 'Ships a year'],
    ['<Chart>\n\nWords *inside* it.\n\n</Chart>', 'Words inside it'],
    ['Beside <Chart text="the chart" /> words.', 'Beside the chart words'],
    ['<Chart data={[1, 2]} />', ''],
  ])('is the same text in every form: %j', async (written, words) => {
    const expected = `Before it ${words} Behind it`.split(' ').filter((word) => word !== '');
    for (const [form, found] of Object.entries(await inForms(written)))
      expect([form, found]).toEqual([form, expected]);
  });
});
