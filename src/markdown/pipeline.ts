import { unified } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import { anchors } from './anchors.ts';
import { facts } from './facts.ts';
import { headingLinks } from './heading-links.ts';
import { safeLinks } from './safe-links.ts';
import { tables } from './tables.ts';

/** The words that the pipeline writes into a text, in the site's language. */
export interface MarkdownWords {
  notes: string;
  linkTo(heading: string): string;
  backToText(note: string): string;
}

/**
 * How the text of an essay becomes a tree of HTML: the story of a page, first half. It reads from top to
 * bottom; a step relies on the steps above it. MDX inherits the same list.
 */
export function markdownPipeline(words: MarkdownWords) {
  return unified({
    gfm: false, // ours is in the list below, where its place can be seen
    remarkPlugins: [
      remarkGfm, // tables, notes, task lists, strikethrough, bare addresses
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
      anchors, // before `facts`, which lists the ids; Astro gives ids only to headings without one
      facts, // before `headingLinks`, so that a heading's text is the author's alone
      [headingLinks, { label: words.linkTo }],
      tables,
    ],
  });
}
