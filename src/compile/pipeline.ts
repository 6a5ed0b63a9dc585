import { unified } from '@astrojs/markdown-remark';
import rehypeHighlight from 'rehype-highlight';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { anchors, type FoundBlocks } from './anchors.ts';
import { bareLinks } from './bare-links.ts';
import type { CitationStyle } from './bibliography.ts';
import { type CitationWords, citations } from './citations.ts';
import { codeBlocks } from './code-blocks.ts';
import { parts } from './components.ts';
import { facts } from './facts.ts';
import { figurePictures } from './figure-pictures.ts';
import { headingLinks } from './heading-links.ts';
import { math } from './math.ts';
import { missingPictures } from './missing-pictures.ts';
import { notes } from './notes.ts';
import type { TombstoneWords } from './previous-ids.ts';
import { safeLinks } from './safe-links.ts';
import { tables } from './tables.ts';
import { taskLists } from './task-lists.ts';
import { braces } from './undefined-expressions.ts';
import { lostNotes } from './unmatched-notes.ts';

/** The words that the pipeline writes into a text, in the site's language. */
export interface MarkdownWords extends CitationWords {
  notes: string;
  figure: string;
  table: string;
  code(language: string, start: string): string;
  formula(tex: string): string;
  done: string;
  open: string;
  linkTo(heading: string): string;
  backToText(note: string): string;
  tombstone: TombstoneWords;
}

export interface MarkdownOptions {
  words: MarkdownWords;
  citationStyle: CitationStyle;
  /** Is told the blocks of each text, for whoever keeps its ledger. */
  tell?: (found: FoundBlocks) => void;
}

/**
 * How the text of an essay becomes a tree of HTML: the story of a page, first half. It reads from top to
 * bottom; a step relies on the steps above it. MDX inherits the same list.
 */
export function markdownPipeline({ words, citationStyle, tell }: MarkdownOptions) {
  return unified({
    gfm: false, // ours is in the list below, where its place can be seen
    remarkPlugins: [
      remarkGfm, // tables, notes, task lists, strikethrough, bare addresses
      remarkMath, // `$…$` and `$$…$$`
      lostNotes, // what these two report would otherwise be printed, or left out, without a word
      braces,
      figurePictures, // before Astro collects the pictures of a text
      missingPictures, // those of figures too
    ],
    remarkRehype: {
      clobberPrefix: '', // ids are the site's own: no script looks elements up by untrusted names
      footnoteLabel: words.notes,
      footnoteLabelProperties: {},
      footnoteBackContent: '↩',
      footnoteBackLabel: (reference: number, again: number) =>
        words.backToText(again > 1 ? `${reference + 1}-${again}` : `${reference + 1}`),
    },
    rehypePlugins: [
      safeLinks, // first: nothing below should see an address that could run code
      bareLinks,
      [anchors, { words: words.tombstone, tell }], // before `facts`, which lists the ids; Astro gives ids only to headings without one
      facts, // before `headingLinks`, so that a heading's text is the author's alone
      [headingLinks, { label: words.linkTo }],
      tables,
      [parts, { words }], // numbers of figures and tables, and the links that print them
      [citations, { style: citationStyle, words }], // writes the list of references, so after `facts`
      notes, // the list of notes stays above the references, where Markdown put it
      [math, { label: words.formula }],
      [taskLists, { words }],
      [rehypeHighlight, { detect: false }], // colours by class; a language that is not named stays plain
      [codeBlocks, { label: words.code }],
    ],
  });
}
