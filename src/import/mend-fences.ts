import { replaceOutsideCode } from './outside-code.ts';
import type { Note } from './template-tags.ts';

/**
 * Words between three tildes on one line, which other programs strike out or print: Markdown begins a code block there
 * that ends nowhere, and would show the rest of the text as code.
 */
export function withStruckWords(text: string, format: 'md' | 'mdx', note: Note): string {
  let fence = '';
  const lines = text.split('\n').map((line, index) => {
    const [, mark = '', rest = ''] = /^[ \t]*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence !== '') {
      if (mark.startsWith(fence) && rest.trim() === '') fence = '';
      return line;
    }
    const [, indent = '', words = ''] =
      /^( {0,3})~{3,}[ \t]*([^~\s](?:[^~]*[^~\s])?)[ \t]*~{3,}\s*$/.exec(line) ?? [];
    if (words === '') {
      fence = mark;
      return line;
    }
    note(index + 1, 'words between `~~~` are struck out');
    return `${indent}~~${words}~~`;
  });
  return replaceOutsideCode(
    lines.join('\n'),
    format,
    /(?<!~)~{3,}([^~\s](?:[^~\n]*[^~\s])?)~{3,}(?!~)/g,
    (match, line) => {
      note(line, 'words between `~~~` are struck out');
      return `~~${match[1]}~~`;
    },
  );
}
