import { replaceOutsideCode } from './outside-code.ts';
import type { Note } from './template-tags.ts';

/** `##A heading` with the space that Markdown asks for and other programs do not; one sign alone may be a topic, `#so`. */
export function withSpacedHeadings(text: string, format: 'md' | 'mdx', note: Note): string {
  return replaceOutsideCode(text, format, /^( {0,3})(#{2,6})(?=[^\s#])/gm, (match, line) => {
    note(line, 'a heading got the space behind its signs');
    return `${match[1]}${match[2]} `;
  });
}
