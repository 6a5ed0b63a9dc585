import type { Root } from 'hast';
import type { BlockKind } from './block.ts';
import type { Section } from './section.ts';
import type { CommentOrPlace } from './shown-comment.ts';

/** A block of the text to which a link can lead. */
export interface DocumentBlock {
  id: string;
  kind: BlockKind;
  /** What a reader reads in it, without the marks of notes. */
  text: string;
  /** Where it begins in its file, counted from 1; 0 where that is unknown. */
  line: number;
}

/** A note, in the order of the list at the end of the text. */
export interface Note {
  id: string;
  text: string;
}

/** A figure or a table with a caption. */
export interface Captioned {
  id: string;
  number: number;
  caption: string;
}

/** A work in the list of references. */
export interface Reference {
  id: string;
  /** Its key in the bibliography file. */
  key: string;
  text: string;
}

/** A link as its author wrote it. */
export interface Link {
  address: string;
  line: number;
}

/** A picture beside the text, named by its path from there. */
export interface Picture {
  source: string;
  alt: string;
  line: number;
}

/**
 * A text, compiled. Everything that shows, lists, searches or exports a text reads this and nothing else. It is
 * plain data: it survives JSON unchanged.
 */
export interface Document<Metadata> {
  /** The name of its folder, or of its file for a page. */
  slug: string;
  /** Path of its source from the repository's top. */
  file: string;
  /** The frontmatter, checked, with its defaults. */
  metadata: Metadata;
  /**
   * The text as HTML elements, complete: ids, notes, references, and the site's own components. An author's own
   * components and expressions are nodes of MDX in it; `text-form.ts` says what replaces them outside of a page.
   */
  body: Root;
  blocks: DocumentBlock[];
  sections: Section[];
  notes: Note[];
  figures: Captioned[];
  tables: Captioned[];
  references: Reference[];
  links: Link[];
  pictures: Picture[];
  /** Other files beside the text that its page shows or links to, by their paths from there. */
  files: string[];
  /** Names of the author's own components, and `{}` where the text computes something: only MDX can show these. */
  components: string[];
  /** Words of the running text; notes, tables and figures are not counted. */
  words: number;
  /** What readers wrote about it and its author approved, oldest first; none for a page. */
  comments: CommentOrPlace[];
}
