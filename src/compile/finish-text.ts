import { type PluggableList, unified } from 'unified';
import type { BlockIds } from '../document/block-ids.ts';
import type { Document, DocumentBlock } from '../document/document.ts';
import { perLanguage } from '../document/per-language.ts';
import { outline } from '../document/section.ts';
import type { CommentOrPlace } from '../document/shown-comment.ts';
import { foundBlocks } from './blocks.ts';
import { collected } from './collected.ts';
import { headingNames, outlineOf } from './outline-of.ts';
import type { ParsedText, ParseWords } from './parse-text.ts';
import type { CitationStyle } from './steps/bibliography.ts';
import { setBlockIds } from './steps/block-ids.ts';
import { type CitationWords, citations } from './steps/citations.ts';
import { codeBlocks } from './steps/code-blocks.ts';
import { type CommentCountWords, numberComments } from './steps/comment-counts.ts';
import { expandComponents } from './steps/expand-components.ts';
import { headingLinks } from './steps/heading-links.ts';
import { highlightedCode } from './steps/highlighted-code.ts';
import { labelLanguage } from './steps/label-language.ts';
import { languageSpaces } from './steps/language-spaces.ts';
import { lostWords } from './steps/lost-words.ts';
import { math } from './steps/math.ts';
import { notes } from './steps/notes.ts';
import { type ComponentLabels, numberComponents } from './steps/number-components.ts';
import type { TombstoneWords } from './steps/previous-ids.ts';
import { type ReadingWords, readings } from './steps/readings.ts';
import { tables } from './steps/tables.ts';
import { taskLists } from './steps/task-lists.ts';
import { uprightEmphasis } from './steps/upright-emphasis.ts';
import { withoutPositions } from './without-positions.ts';

/** The texts that compiling writes into a document, in the language of the text. */
export interface CompileWords extends ParseWords, CitationWords, ComponentLabels {
  code(language: string, start: string): string;
  formula(tex: string): string;
  done: string;
  open: string;
  linkTo(heading: string): string;
  tombstone: TombstoneWords;
  outdated: string;
  comments: CommentCountWords;
  reading: ReadingWords;
}

/**
 * The second half of the way from a file to a document: a parsed text whose blocks have been given ids becomes
 * complete. The list reads from top to bottom; a step relies on the steps above it.
 * @param wordsIn what it writes into a text of a language
 * @param siteLanguage in which the parser wrote what is part of a block
 * @returns the function that finishes one text; mistakes of the author are in its `file.data.problems`
 */
export function textFinisher(
  wordsIn: (language: string) => CompileWords,
  siteLanguage: string,
  citationStyle: CitationStyle,
) {
  const stepsWith = (words: CompileWords): PluggableList => [
    [labelLanguage, { from: wordsIn(siteLanguage), to: words }],
    [math, { label: words.formula }], // first: the name of a heading has its formulas
    [headingLinks, { label: words.linkTo }],
    tables,
    [numberComponents, { words }], // numbers of figures and tables, and the links that print them
    [citations, { style: citationStyle, words }], // writes the list of references
    notes, // the list of notes stays above the references, where Markdown put it
    [taskLists, { words }],
    highlightedCode,
    [codeBlocks, { label: words.code }],
    [readings, { words: words.reading }], // by the name of its component, and when all ids are there
    [expandComponents, { words }], // the steps above know a component by its name
    lostWords, // once nothing but numbers is added
    uprightEmphasis,
    languageSpaces, // words of two lines may be one below
    [numberComments, { words: words.comments }], // last: nothing above may take a number for the author's
  ];
  const finisherIn = perLanguage((language) => {
    const words = wordsIn(language);
    return { words, finisher: unified().use(stepsWith(words)).freeze() };
  });

  return async <Metadata>(
    { tree, file, language }: ParsedText,
    { slug, metadata }: { slug: string; metadata: Metadata },
    ids: BlockIds,
    comments: readonly CommentOrPlace[] = [],
  ): Promise<Document<Metadata>> => {
    const { words, finisher } = finisherIn(language);
    const found = foundBlocks(tree);
    setBlockIds(tree, ids, { ...words.tombstone, outdated: words.outdated });
    // here, because headings get links and the text gets references below
    const { headings, words: count } = outlineOf(tree, language);
    file.data.comments = comments;
    await finisher.run(tree, file);
    const names = headingNames(tree);
    return {
      slug,
      file: file.data.name ?? '',
      metadata,
      blocks: found.blocks.map(
        ({ kind, text }, index): DocumentBlock => ({
          id: ids.ids[index] ?? '',
          kind,
          text,
          line: found.lines[index]?.first ?? 0,
        }),
      ),
      sections: outline(
        headings.map((heading) => ({ ...heading, text: names.get(heading.id) ?? heading.text })),
      ),
      figures: file.data.figures ?? [],
      tables: file.data.tables ?? [],
      references: file.data.references ?? [],
      files: [...new Set(file.data.files ?? [])].sort(),
      ...collected(tree),
      words: count,
      comments: [...comments],
      body: withoutPositions(tree),
    };
  };
}
