import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { essayMarkdown } from '../../../src/outputs/markdown.ts';
import { essayText } from '../../../src/outputs/plain-text.ts';
import { site } from '../../../src/site.ts';
import { htmlWords, markdownWords, plainWords } from './article-words.ts';
import { testEssay, testEssays } from './essays.ts';

describe.each(testEssays)('the words of %s', (path) => {
  it('are the same in every form', async () => {
    const essay = await testEssay(path);
    const page = htmlWords(toHtml(essay.body()));
    expect(page.length).toBeGreaterThan(5);
    expect(markdownWords(essayMarkdown({ site, essay }))).toEqual(page);
    expect(plainWords(essayText({ site, essay }))).toEqual(page);
  });
});
