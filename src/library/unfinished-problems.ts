import type { Document } from '../document/document.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import { isPlaceholder } from '../document/placeholder.ts';
import { type Problem, problem } from '../document/problem.ts';

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
}: Pick<Document<Frontmatter>, 'file' | 'metadata' | 'blocks' | 'words' | 'pictures' | 'components'> & {
  problems?: readonly Problem[];
}): Problem[] {
  if (metadata.draft) return [];
  const isEmpty = [...problems, ...blocks, ...pictures, ...components].length === 0 && words === 0; // what components and expressions show is known only when they run
  return [
    ...(isEmpty ? [problem('text/empty', {}, { file })] : []),
    ...(isPlaceholder(metadata.description)
      ? [problem('text/placeholder', { text: metadata.description }, { file, line: 1 })]
      : []),
    ...blocks
      .filter(({ text }) => isPlaceholder(text))
      .map(({ text, line }) =>
        problem('text/placeholder', { text: `${text.slice(0, 40)}…` }, { file, line }),
      ),
  ];
}
