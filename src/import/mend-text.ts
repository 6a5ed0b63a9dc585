import { originsAfter, ownLines } from './line-origins.ts';
import { withoutJsxStyles, withoutOtherContainers, withoutOtherWrappers } from './mend-containers.ts';
import { withStruckWords } from './mend-fences.ts';
import { withSpacedHeadings } from './mend-headings.ts';
import { mendHtml } from './mend-html.ts';
import { withoutOtherSchemes, withoutSecondAddresses } from './mend-links.ts';
import { mendNotes } from './mend-notes.ts';
import { withAllCells } from './mend-tables.ts';
import type { Note } from './template-tags.ts';

type Mend = (text: string, format: 'md' | 'mdx', note: Note) => string;

/** In this order. */
const mends: readonly Mend[] = [
  withStruckWords, // first: until then the rest of the text may seem to be code
  withSpacedHeadings,
  withoutOtherContainers,
  withoutOtherWrappers,
  withoutJsxStyles,
  (text, format, note) => (format === 'md' ? mendHtml(text, note) : text), // in MDX the compiler names it
  withoutOtherSchemes,
  withoutSecondAddresses,
  withAllCells,
  mendNotes,
];

/**
 * A text in which nothing is left that this site would stop at, as far as that needs no author. Every change is noted,
 * with the line of the text as it was.
 */
export function mendText(text: string, format: 'md' | 'mdx', note: Note): string {
  let origins = ownLines(text);
  return mends.reduce((before, mend) => {
    const after = mend(before, format, (line, what) => note(origins[line - 1] ?? line, what));
    origins = originsAfter(before, after, origins);
    return after;
  }, text);
}
