import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { essayMarkdown } from '../../../src/outputs/markdown.ts';
import { site } from '../../../src/site.ts';
import { htmlWords } from './article-words.ts';
import { compileFile, testEssay, testEssays } from './essays.ts';
import { chapterHtml, indexedWords, searchedWords, wordsOfForms } from './forms.ts';

describe.each(testEssays)('%s', (path) => {
  it('has the same words in every form, in the same order', async () => {
    const essay = await testEssay(path);
    const page = htmlWords(toHtml(essay.body()));
    expect(page.length).toBeGreaterThan(5);
    for (const [form, words] of Object.entries(await wordsOfForms(essay)))
      expect([form, words]).toEqual([form, page]);
  });

  it('has the same words in the records of the search, by sections', async () => {
    const essay = await testEssay(path);
    expect(searchedWords(essay).length).toBeGreaterThan(5);
    expect(indexedWords(essay).sort()).toEqual(searchedWords(essay).sort());
  });

  it('has every id of its blocks on its page, in its book, and in its Markdown', async () => {
    const essay = await testEssay(path);
    const ids = essay.blocks.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(3);
    const idsIn = (html: string) =>
      selectAll('[id]', fromHtml(html)).map(({ properties }) => String(properties['id']));
    const again = (await compileFile(essayMarkdown({ site, essay }), '/nowhere/a/index.md')).document;
    for (const html of [essay.body(), again.body].map((body) => toHtml(body)).concat(chapterHtml(essay)))
      expect(ids.filter((id) => !idsIn(html).includes(id))).toEqual([]);
  });
});
