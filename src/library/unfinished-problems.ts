import type { Document } from '../document/document.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import { isPlaceholder } from '../document/placeholder.ts';
import { type Problem, problem } from '../document/problem.ts';
import { lineOf } from './line-of.ts';

/**
 * What shows that a text was not finished, though it is no draft: nothing in it, or words that stand for its own.
 * @param text with its other problems: one that cannot be read is not called empty
 */
export function unfinishedProblems({
  file,
  metadata,
  blocks,
  words,
  pictures,
  components,
  problems = [],
  path,
}: Pick<Document<Frontmatter>, 'file' | 'metadata' | 'blocks' | 'words' | 'pictures' | 'components'> & {
  problems?: readonly Problem[];
  /** Of the file itself, where it can be read for the lines of fields. */
  path?: string;
}): Problem[] {
  if (metadata.draft) return [];
  const isEmpty = [...problems, ...blocks, ...pictures, ...components].length === 0 && words === 0; // what components and expressions show is known only when they run
  return [
    ...(isEmpty ? [problem('text/empty', {}, { file })] : []),
    ...[metadata.title, metadata.description]
      .filter(isPlaceholder)
      .map((text) => problem('text/placeholder', { text }, { file, line: path ? lineOf(path, text) : 1 })),
    ...blocks
      .filter(({ text }) => isPlaceholder(text))
      .map(({ text, line }) =>
        problem('text/placeholder', { text: `${text.slice(0, 40)}…` }, { file, line }),
      ),
  ];
}
