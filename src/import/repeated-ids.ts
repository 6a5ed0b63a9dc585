import { replaceOutsideCode } from './outside-code.ts';
import type { Note } from './template-tags.ts';

/** `id="…"` in a tag, or `{#…}` at the end of a heading; before either is what stays. */
const given =
  /(<[a-z][\w-]*(?:\s[^<>]*?)?)\s+id\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))|^(#{1,6} [^\n]*?)[ \t]*\{#([^\s{}]+)\}[ \t]*$/gim;

/** A text in which no id is given twice: browsers find only the first. Every change is noted. */
export function withoutRepeatedIds(markdown: string, note: Note): string {
  const ids = new Set<string>();
  return replaceOutsideCode(markdown, 'md', given, (match, line) => {
    const [, tag, double, single, bare, heading, braces] = match;
    const id = double ?? single ?? bare ?? braces ?? '';
    if (!ids.has(id)) {
      ids.add(id);
      return null;
    }
    note(line, `the id \`${id}\` was removed, because it is given above too`);
    return tag ?? heading ?? '';
  });
}
