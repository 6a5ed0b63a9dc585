import { withoutOtherContainers, withoutOtherWrappers } from './mend-containers.ts';
import { withStruckWords } from './mend-fences.ts';
import { withSpacedHeadings } from './mend-headings.ts';
import { mendHtml } from './mend-html.ts';
import { withoutOtherSchemes, withoutSecondAddresses } from './mend-links.ts';
import { mendNotes } from './mend-notes.ts';
import { withAllCells } from './mend-tables.ts';
import type { Note } from './template-tags.ts';

/** A text in which nothing is left that this site would stop at, as far as that needs no author. Every change is noted. */
export function mendText(text: string, format: 'md' | 'mdx', note: Note): string {
  const whole = withStruckWords(text, format, note); // first: until then the rest of the text may seem to be code
  const headed = withSpacedHeadings(whole, format, note);
  const boxes = withoutOtherWrappers(withoutOtherContainers(headed, format, note), format, note);
  const html = format === 'md' ? mendHtml(boxes, note) : boxes; // in MDX the compiler names it
  const links = withoutSecondAddresses(withoutOtherSchemes(html, format, note), format, note);
  return mendNotes(withAllCells(links, format, note), format, note);
}
