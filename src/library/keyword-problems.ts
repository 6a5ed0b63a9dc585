import type { Document } from '../document/document.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import { type Problem, problem } from '../document/problem.ts';
import { sectionIds } from '../document/section.ts';

/** Keywords in the frontmatter for a section that the text does not have. */
export function keywordProblems({
  file,
  metadata,
  sections,
  references,
  notes,
}: Pick<Document<Frontmatter>, 'file' | 'metadata' | 'sections' | 'references' | 'notes'>): Problem[] {
  const ids = ['introduction', ...sectionIds(sections)];
  if (notes.length > 0) ids.push('footnote-label');
  if (references.length > 0) ids.push('references');
  return Object.keys(metadata.keywords)
    .filter((id) => !ids.includes(id))
    .map((id) =>
      problem('frontmatter/unknown-keyword-section', { id, ids: ids.join(', ') }, { file, line: 1 }),
    );
}
