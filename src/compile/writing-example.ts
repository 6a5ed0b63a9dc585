/** One construct of a text: how it is written and what it becomes. */
export interface WritingExample {
  name: string;
  /** As an author writes it. A test compiles it, in `.md` and in `.mdx`. */
  written: string;
  /** Where only one of the two reads it. */
  only?: 'md' | 'mdx';
  /** What a reader sees, as a sentence or its end. */
  becomes: string;
  /** Source of a pattern that the HTML matches. */
  html: string;
}
