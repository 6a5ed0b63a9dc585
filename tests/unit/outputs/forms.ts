import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { formulaText } from '../../../src/document/formula-text.ts';
import { textForm } from '../../../src/document/text-form.ts';
import { SKIP, visit } from '../../../src/document/visit.ts';
import { chapterOf } from '../../../src/outputs/book/chapter.ts';
import { essayFeeds } from '../../../src/outputs/essay-feeds.ts';
import { essayMarkdown } from '../../../src/outputs/markdown.ts';
import type { PublishedEssay } from '../../../src/outputs/output.ts';
import { essayText } from '../../../src/outputs/plain-text.ts';
import { searchRecords } from '../../../src/search/build/search-record.ts';
import { site } from '../../../src/site.ts';
import { htmlWords, markdownWords, plainWords } from './article-words.ts';

/** The words of an essay in every form but its page, by the name of the form. */
export async function wordsOfForms(essay: PublishedEssay): Promise<Record<string, string[]>> {
  const files = await essayFeeds.files({
    site,
    essays: [essay],
    pages: [],
    translations: [],
    file: () => Buffer.from(''),
  });
  const fileOf = (name: string) =>
    Buffer.from(files.find(({ path }) => path === name)?.content ?? []).toString('utf8');
  const atom = parseAtomFeed(fileOf('feed.xml')).entries?.[0]?.content?.value ?? '';
  const json = parseJsonFeed(JSON.parse(fileOf('feed.json'))).items?.[0]?.content_html ?? '';
  return {
    Atom: htmlWords(atom),
    'JSON Feed': htmlWords(json),
    EPUB: htmlWords(chapterHtml(essay)),
    Markdown: markdownWords(essayMarkdown({ site, essay })),
    text: plainWords(essayText({ site, essay })),
  };
}

/** The text of an essay's chapter in a book, with every id. */
export function chapterHtml(essay: PublishedEssay): string {
  const none = new Map<string, string>();
  const chapter = chapterOf({ site, essay, pictures: none, links: none, idInBook: (id) => id });
  const text = select('.text', fromHtml(chapter.text));
  return text ? toHtml(text.children) : '';
}

/**
 * The words that the index of the search is given of an essay's text, in the order of its sections: a note is in the
 * section that calls it.
 */
export function indexedWords(essay: PublishedEssay): string[] {
  const whole = { ...essay, body: essay.body() };
  return searchRecords(whole, '/', { language: essay.metadata.language, introduction: '' }).flatMap(
    ({ html, replaced = [] }) => {
      let shown = '';
      let rest = html;
      for (const one of replaced) {
        const at = rest.indexOf(` ${one.indexed} `);
        shown += rest.slice(0, at) + one.shown;
        rest = rest.slice(at + one.indexed.length + 2);
      }
      return readWords(fromHtml(shown + rest));
    },
  );
}

/**
 * The words that the search should have: all but addresses that are written out, and what stands for pictures; formulas
 * as they are read in a line.
 */
export function searchedWords(essay: PublishedEssay): string[] {
  const body = fromHtml(toHtml(textForm(essay.body())), { fragment: true });
  visit(body, 'element', (node, index, parent) => {
    if (node.tagName !== 'math' || !parent || index === undefined) return;
    parent.children[index] = { type: 'text', value: formulaText(node) };
    return SKIP;
  });
  return readWords(body);
}

function readWords(tree: Root): string[] {
  visit(tree, 'element', (node, index, parent) => {
    const isAddress = node.tagName === 'a' && /^\S+\.\S+\/\S+$/.test(textOf(node));
    if (!parent || index === undefined || !(isAddress || /^(?:img|svg)$/.test(node.tagName))) return;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return htmlWords(toHtml(tree));
}
