import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import { writingExamples } from '../../../src/compile/writing-examples.ts';
import { essayMarkdown } from '../../../src/outputs/markdown.ts';
import { essayText } from '../../../src/outputs/plain-text.ts';
import { site } from '../../../src/site.ts';
import { htmlWords, markdownWords, plainWords } from './article-words.ts';
import { compileFile, published } from './essays.ts';

const path = '/nowhere/a/index.md';

describe.each(writingExamples.filter(({ only }) => only !== 'mdx'))('$name', ({ written }) => {
  it('has the same words in Markdown and as text, and is the same when its Markdown is read in again', async () => {
    const first = await compileText(`Before it.\n\n${written}\n\nBehind it.`, { path, slug: 'a' });
    const essay = published(first);
    const page = htmlWords(toHtml(essay.body()));
    const form = essayMarkdown({ site, essay });
    expect(markdownWords(form)).toEqual(page);
    expect(plainWords(essayText({ site, essay }))).toEqual(page);
    const again = published(await compileFile(form, path));
    expect(htmlWords(toHtml(again.body()))).toEqual(page);
    expect(toHtml(again.body()).match(/<mark>/g)).toEqual(toHtml(essay.body()).match(/<mark>/g));
    const own = new Set(essay.blocks.map(({ id }) => id)); // a picture in HTML is in a paragraph the second time
    expect(again.blocks.filter(({ id }) => own.has(id)).map(({ id, kind }) => `${kind} ${id}`)).toEqual(
      essay.blocks.map(({ id, kind }) => `${kind} ${id}`),
    );
  });
});
