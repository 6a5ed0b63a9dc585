import type { CalendarDate } from '../document/calendar-date.ts';

/** What another site knows of a text, in the terms of our frontmatter. */
export interface PostFields {
  title: string;
  subtitle?: string;
  /** Null where the text has none; it is then made from its first words. */
  description: string | null;
  /** Null where nothing says it. */
  published: CalendarDate | null;
  updated?: CalendarDate;
  authors: string[];
  topics: string[];
  draft: boolean;
  language?: string;
  canonical?: string;
  licence?: string;
}

/** A text of another site. */
export interface Post {
  /** Its file in the archive, or the name of its record in an export. */
  source: string;
  /** The line of the source on which the text begins, counted from 1; 0 where lines say nothing. */
  line: number;
  /** For each line of the text, which line of the source behind `line` it is from; missing where none was added or removed. */
  lines?: readonly number[];
  format: 'md' | 'mdx';
  /** The folder of the archive from which its relative addresses lead. */
  folder: string;
  /** Its name in its address there. */
  name: string;
  fields: PostFields;
  text: string;
  /** Addresses at which it was published, from the root of that site. */
  addresses: string[];
  remarks: Remark[];
}

/** Something that the author should know of. */
export interface Remark {
  file: string;
  /** 0 where the whole file is meant. */
  line: number;
  /** What it is, as the end of a sentence that begins with the file, or as a sentence. */
  what: string;
}

/** Everything that was found in an archive. */
export interface Export {
  /** The program that made it, for the report. */
  kind: string;
  posts: Post[];
  /** What was not taken in, and why. */
  remarks: Remark[];
  /** The address of the other site, with its slash at the end; null where nothing says it. */
  base: string | null;
  /** True where the file also has comments, which our importer of comments reads. */
  hasComments: boolean;
  /** Folders of the archive that its site shows at its root, the likeliest first. */
  roots: string[];
}
