import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../../src/document/section.ts';
import { drawings } from '../../../src/outputs/drawings.ts';
import { essayMarkdown } from '../../../src/outputs/markdown.ts';
import type { PublishedEssay } from '../../../src/outputs/output.ts';
import { site } from '../../../src/site.ts';
import { htmlWords } from './article-words.ts';
import { compileFile, published, testEssay, testEssays } from './essays.ts';

/** The essay that is made of a Markdown form, with the pictures that lie beside it. */
async function readAgain(essay: PublishedEssay, path: string) {
  const folder = mkdtempSync(join(tmpdir(), 'stet-markdown-'));
  try {
    cpSync(dirname(path), folder, { recursive: true });
    for (const file of await drawings.files({ site, essay, versions: [], pictures: new Map() }))
      writeFileSync(join(folder, basename(file.path)), file.content);
    return await compileFile(essayMarkdown({ site, essay }), join(folder, 'index.md'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Works cited are a list like others in Markdown, and a table with a caption is a figure. */
const blocksOf = ({ blocks }: PublishedEssay) =>
  blocks.flatMap(({ id, kind }) =>
    kind === 'reference' ? [] : [`${kind === 'table' ? 'figure' : kind} ${id}`],
  );

/** Without order: works cited stand before the notes where nothing says what they are. */
const wordsOf = (essay: PublishedEssay) => htmlWords(toHtml(essay.body())).sort();

const headings = (sections: readonly Section[]): unknown[] =>
  sections.map(({ id, title, sections: inner }) => [id, title, headings(inner)]);

describe.each(testEssays)('the Markdown of %s', (path) => {
  it('read in again gives the same essay, with every id', async () => {
    const essay = await testEssay(path);
    const read = await readAgain(essay, path);
    const again = published(read);
    expect(read.problems).toEqual([]);
    const ids = new Set(again.blocks.map(({ id }) => id));
    expect(essay.blocks.filter(({ id }) => !ids.has(id))).toEqual([]);
    const own = new Set(essay.blocks.map(({ id }) => id));
    expect(blocksOf(again).filter((one) => own.has(one.replace(/^.* /, '')))).toEqual(blocksOf(essay));
    expect(wordsOf(again)).toEqual(wordsOf(essay));
    expect(headings(again.sections.filter(({ id }) => id !== 'references'))).toEqual(
      headings(essay.sections),
    );
    expect(again.notes).toEqual(essay.notes);
    const { canonical, licence, ...metadata } = again.metadata;
    const { keywords, index, changes, image, licence: _, ...before } = essay.metadata;
    expect(metadata).toMatchObject(before);
    expect(canonical).toMatch(/^https:.*\/essays\/.*\/$/);
    expect(licence).toBe('CC BY 4.0');
  });
});
