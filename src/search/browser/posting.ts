/** An occurrence of a word. */
export interface WordPosition {
  location: number;
  /** Number of locations that it takes: more than one for a word in a script without spaces. */
  span: number;
  weight: number;
}

/** The occurrences of a word in one section. */
export interface Posting {
  section: string;
  /** Length of the section in words. */
  length: number;
  positions: WordPosition[];
  /** Metadata fields that have the word. */
  fields: string[];
}
