import { withoutOtherContainers } from './mend-containers.ts';
import { mendHtml } from './mend-html.ts';
import { withoutOtherSchemes } from './mend-links.ts';
import { mendNotes } from './mend-notes.ts';
import { withAllCells } from './mend-tables.ts';
import type { Note } from './template-tags.ts';

/** A text in which nothing is left that this site would stop at, as far as that needs no author. Every change is noted. */
export function mendText(text: string, format: 'md' | 'mdx', note: Note): string {
  const html = format === 'md' ? mendHtml(text, note) : text; // in MDX the compiler names it
  const links = withoutOtherSchemes(withoutOtherContainers(html, format, note), format, note);
  return mendNotes(withAllCells(links, format, note), format, note);
}
