import { visit } from '../document/visit.ts';
import { codeSpans, lineAt, type Span, treeOf } from './outside-code.ts';
import type { Note } from './template-tags.ts';

/**
 * Notes as other programs show them: a mark without its note as it is written, and a note without a mark not at all. It stays in
 * the file, as a comment.
 */
export function mendNotes(text: string, format: 'md' | 'mdx', note: Note): string {
  if (!text.includes('[^')) return text;
  let made = text;
  // a note that is left out may have been the only one that refers to another
  for (let before = ''; before !== made; ) {
    before = made;
    made = withoutUnused(made, format, note);
  }
  return withMarksAsWords(made, format, note);
}

function withoutUnused(text: string, format: 'md' | 'mdx', note: Note): string {
  const tree = treeOf(text, format);
  const used = new Set<string>();
  visit(tree, 'footnoteReference', ({ identifier }) => void used.add(identifier));
  const spans: { span: Span; label: string }[] = [];
  visit(tree, 'footnoteDefinition', ({ identifier, label, position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (!used.has(identifier) && start !== undefined && end !== undefined)
      spans.push({ span: [start, end], label: label ?? identifier });
  });
  return spans.toReversed().reduce((made, { span: [start, end], label }) => {
    const hidden = made.slice(start, end);
    if (/--|\*\//.test(hidden)) return made; // it would end the comment
    note(lineAt(made, start), `the note \`[^${label}]\` has no mark in the text, and stays as a comment`);
    const comment = format === 'mdx' ? `{/* ${hidden} */}` : `<!-- ${hidden} -->`;
    return made.slice(0, start) + comment + made.slice(end);
  }, text);
}

function withMarksAsWords(text: string, format: 'md' | 'mdx', note: Note): string {
  const tree = treeOf(text, format);
  const known: Span[] = codeSpans(tree);
  visit(tree, ['footnoteReference', 'html', 'mdxFlowExpression', 'mdxTextExpression'], ({ position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (start !== undefined && end !== undefined) known.push([start, end]);
  });
  visit(tree, 'footnoteDefinition', ({ position }) => {
    const start = position?.start.offset;
    if (start !== undefined) known.push([start, start + 2]); // its own mark
  });
  return text.replaceAll(/(?<!\\)\[\^([^\]\s^]+)\]/g, (mark, label: string, at: number) => {
    if (known.some(([start, end]) => at >= start && at < end)) return mark;
    note(lineAt(text, at), `\`[^${label}]\` has no note, and is shown as it is written`);
    return `\\${mark}`;
  });
}
