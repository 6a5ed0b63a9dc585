/** What a link can lead to. A `part` is an element of another kind to which the author gave an id. */
export const blockKinds = [
  'section',
  'paragraph',
  'list',
  'quote',
  'figure',
  'table',
  'code',
  'note',
  'reference',
  'part',
] as const;

export type BlockKind = (typeof blockKinds)[number];

/** One block of a text, as the anchors see it. */
export interface Block {
  kind: BlockKind;
  /** What a reader reads in it; marks of notes are left out, since their numbers are not the author's. */
  text: string;
  /** The id that the author, or the label of a note, gives it; null where it takes one from its text. */
  own: string | null;
  /** For a note: how many times the text refers to it. */
  marks: number;
}
